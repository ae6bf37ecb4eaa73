import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('files', '0001_initial'),
        ('organisations', '0002_alter_division_version_alter_organisation_version'),
        ('publications', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=100, verbose_name='named figure')),
                ('start', models.DateField(verbose_name='from')),
                ('end', models.DateField(verbose_name='to')),
                ('value', models.DecimalField(decimal_places=4, max_digits=15, verbose_name='value')),
                ('of', models.DecimalField(decimal_places=4, max_digits=15, null=True, verbose_name='out of')),
                ('row_count', models.PositiveIntegerField(verbose_name='rows')),
                ('rows_digest', models.CharField(max_length=64, verbose_name='digest of the rows')),
                ('label_th', models.CharField(max_length=300)),
                ('label_en', models.CharField(max_length=300)),
                ('unit_th', models.CharField(max_length=60)),
                ('unit_en', models.CharField(max_length=60)),
                ('formula_th', models.TextField()),
                ('formula_en', models.TextField()),
                ('taken_at', models.DateTimeField(verbose_name='taken')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'stored figure',
                'ordering': ['-taken_at', '-pk'],
                'indexes': [models.Index(fields=['organisation', 'key', 'start', 'end'], name='evidence_st_organis_72204a_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('start__lte', models.F('end'))), name='evidence_storedfigure_period')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('owner_kind', models.CharField(max_length=100)),
                ('owner_pk', models.PositiveBigIntegerField()),
                ('slot', models.CharField(blank=True, max_length=40)),
                ('kind', models.CharField(choices=[('file', 'File'), ('link', 'Web page'), ('figure', 'Live figure'), ('publication', 'Published page'), ('record', 'Record of a register')], max_length=12, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='what it shows')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('start', models.DateField(verbose_name='covers from')),
                ('end', models.DateField(verbose_name='covers to')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest (SHA-256)')),
                ('url', models.URLField(blank=True, max_length=2000, verbose_name='web address')),
                ('source', models.CharField(blank=True, max_length=100)),
                ('source_pk', models.PositiveBigIntegerField(null=True)),
                ('collected_at', models.DateTimeField(verbose_name='collected')),
                ('replaced_at', models.DateTimeField(null=True, verbose_name='replaced')),
                ('replaced_because', models.TextField(blank=True, verbose_name='why it was replaced')),
                ('withdrawn_at', models.DateTimeField(null=True, verbose_name='withdrawn')),
                ('withdrawn_because', models.TextField(blank=True, verbose_name='why it was withdrawn')),
                ('collected_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('replaced_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaced_with', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='evidence.evidence')),
                ('version', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publications.version')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('figure', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.storedfigure')),
            ],
            options={
                'verbose_name': 'evidence',
                'ordering': ['start', 'pk'],
                'indexes': [models.Index(fields=['organisation', 'owner_kind', 'owner_pk'], name='evidence_ev_organis_06b449_idx'), models.Index(fields=['organisation', 'collected_at'], name='evidence_ev_organis_bafb43_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['file', 'link', 'figure', 'publication', 'record'])), name='evidence_evidence_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('replaced_at__isnull', True), ('replaced_by__isnull', True), ('replaced_with__isnull', True)), models.Q(('replaced_at__isnull', False), ('replaced_by__isnull', False), ('replaced_with__isnull', False)), _connector='OR'), name='evidence_evidence_replaced_at_with_replaced_by_with_repla'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='evidence_evidence_withdrawn_at_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(('start__lte', models.F('end'))), name='evidence_evidence_period'), models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), _negated=True), ('kind', 'link'), _connector='OR'), name='evidence_evidence_proved'), models.CheckConstraint(condition=models.Q(models.Q(('file__isnull', False), ('kind', 'file')), models.Q(('kind', 'link'), models.Q(('url', ''), _negated=True)), models.Q(('figure__isnull', False), ('kind', 'figure')), models.Q(('kind', 'publication'), ('version__isnull', False)), models.Q(('kind', 'record'), ('source_pk__isnull', False), models.Q(('source', ''), _negated=True)), _connector='OR'), name='evidence_evidence_is_something'), models.CheckConstraint(condition=models.Q(('replaced_at__isnull', True), models.Q(('replaced_because', ''), _negated=True), _connector='OR'), name='evidence_evidence_replaced_with_reason'), models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), models.Q(('withdrawn_because', ''), _negated=True), _connector='OR'), name='evidence_evidence_withdrawn_with_reason')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('same', 'unchanged'), ('changed', 'changed since'), ('gone', 'no longer there'), ('unreachable', 'could not be checked')], max_length=12, verbose_name='outcome')),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest (SHA-256)')),
                ('status', models.PositiveSmallIntegerField(null=True)),
                ('final_url', models.URLField(blank=True, max_length=2000)),
                ('checked_at', models.DateTimeField(verbose_name='checked')),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='evidence.evidence')),
            ],
            options={
                'verbose_name': 'check of evidence',
                'ordering': ['-checked_at', '-pk'],
                'indexes': [models.Index(fields=['evidence', '-checked_at'], name='evidence_ch_evidenc_f6710d_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['same', 'changed', 'gone', 'unreachable'])), name='evidence_check_state_known')],
            },
        ),
    ]
