import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('files', '0001_initial'),
        ('organisations', '0002_alter_division_version_alter_organisation_version'),
    ]

    operations = [
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=200, verbose_name='address of the page')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'publication',
                'ordering': ['address'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'address'), name='publications_address_once')],
            },
        ),
        migrations.CreateModel(
            name='Redirect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old_path', models.CharField(max_length=300, verbose_name='old address')),
                ('new_path', models.CharField(max_length=300, verbose_name='new address')),
                ('moved_at', models.DateTimeField(verbose_name='moved')),
                ('moved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'address that moved',
                'ordering': ['old_path'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'old_path'), name='publications_redirect_once'), models.CheckConstraint(condition=models.Q(('old_path', models.F('new_path')), _negated=True), name='publications_redirect_elsewhere')],
            },
        ),
        migrations.CreateModel(
            name='Stamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(default=0)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation',), name='publications_stamp_one')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='version number')),
                ('title_th', models.CharField(max_length=300, verbose_name='heading in Thai')),
                ('title_en', models.CharField(max_length=300, verbose_name='heading in English')),
                ('template', models.CharField(max_length=200)),
                ('content', models.JSONField()),
                ('outline', models.JSONField(default=dict)),
                ('digest', models.CharField(db_index=True, max_length=64, verbose_name='digest')),
                ('note_th', models.TextField(blank=True, verbose_name='what changed, in Thai')),
                ('note_en', models.TextField(blank=True, verbose_name='what changed, in English')),
                ('published_at', models.DateTimeField(verbose_name='published')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='publications.publication')),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'published version',
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('publication', 'number'), name='publications_version_once')],
            },
        ),
        migrations.CreateModel(
            name='PublishedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='name of the file')),
                ('content_type', models.CharField(max_length=100)),
                ('size', models.PositiveBigIntegerField(verbose_name='size')),
                ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='digest')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('stored', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='publications.version')),
            ],
            options={
                'verbose_name': 'published file',
                'ordering': ['version', 'order'],
                'constraints': [models.UniqueConstraint(fields=('version', 'name'), name='publications_file_name_once')],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='up to version')),
                ('reason_th', models.TextField(verbose_name='reason in Thai')),
                ('reason_en', models.TextField(verbose_name='reason in English')),
                ('withdrawn_at', models.DateTimeField(verbose_name='withdrawn')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to='publications.publication')),
                ('withdrawn_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'withdrawal',
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('publication', 'number'), name='publications_withdrawal_once')],
            },
        ),
    ]
