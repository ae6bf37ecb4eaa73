import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0002_alter_division_version_alter_organisation_version'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(max_length=150, verbose_name='user name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('prefix', models.CharField(blank=True, max_length=40, verbose_name='prefix')),
                ('first_name', models.CharField(max_length=100, verbose_name='first name')),
                ('last_name', models.CharField(max_length=100, verbose_name='last name')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('date_joined', models.DateTimeField(auto_now_add=True, verbose_name='since')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'person',
                'ordering': ['first_name', 'last_name', 'pk'],
                'constraints': [models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('username'), name='accounts_user_username', violation_error_message='Someone here already has this user name.'), models.UniqueConstraint(models.F('organisation'), django.db.models.functions.text.Lower('email'), condition=models.Q(('email', ''), _negated=True), name='accounts_user_email', violation_error_message='Someone here already has this e-mail.')],
            },
        ),
        migrations.CreateModel(
            name='ActingAppointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('acting', 'acting for (post vacant or holder away)'), ('on_behalf', 'on behalf of (by delegation)'), ('in_position', 'holding the position temporarily')], max_length=20, verbose_name='kind')),
                ('role', models.CharField(choices=[('officer', 'Officer'), ('supply_officer', 'Supply officer'), ('analyst', 'Plan and policy analyst'), ('head', 'Head of division'), ('clerk', 'Chief permanent officer'), ('mayor', 'Head of the office'), ('auditor', 'Auditor'), ('administrator', 'Administrator')], max_length=20, verbose_name='role')),
                ('title_th', models.CharField(max_length=200, verbose_name='title of the post, in Thai')),
                ('title_en', models.CharField(blank=True, max_length=200, verbose_name='title of the post, in English')),
                ('order_number', models.CharField(max_length=60, verbose_name='order number')),
                ('order_date', models.DateField(verbose_name='date of the order')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='to')),
                ('division', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.division', verbose_name='division')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acting', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'acting appointment',
                'ordering': ['-starts_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='accounts_acting_dates'), models.CheckConstraint(condition=models.Q(('order_number', ''), _negated=True), name='accounts_acting_order')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('officer', 'Officer'), ('supply_officer', 'Supply officer'), ('analyst', 'Plan and policy analyst'), ('head', 'Head of division'), ('clerk', 'Chief permanent officer'), ('mayor', 'Head of the office'), ('auditor', 'Auditor'), ('administrator', 'Administrator')], max_length=20, verbose_name='role')),
                ('title_th', models.CharField(max_length=200, verbose_name='title in Thai')),
                ('title_en', models.CharField(blank=True, max_length=200, verbose_name='title in English')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('division', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='organisations.division', verbose_name='division')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'post',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='accounts_post_dates')],
            },
        ),
    ]
