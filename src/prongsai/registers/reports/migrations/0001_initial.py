import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisations', '0002_alter_division_version_alter_organisation_version'),
        ('publications', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year')),
                ('kind', models.CharField(choices=[('analysis', 'Analysis of the result'), ('plan', 'Announcement of measures'), ('half', 'Result report, 6 months'), ('year', 'Result report, 12 months')], max_length=10, verbose_name='kind of report')),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('submitted', 'Waiting for the decision'), ('approved', 'Approved'), ('published', 'Published')], default='draft', max_length=10, verbose_name='state')),
                ('title', models.CharField(max_length=500, verbose_name='title')),
                ('cut_off', models.DateField(verbose_name='as of')),
                ('content', models.JSONField(blank=True, default=dict)),
                ('digest', models.CharField(blank=True, max_length=64, verbose_name='digest')),
                ('made_at', models.DateTimeField()),
                ('submitted_at', models.DateTimeField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decision_number', models.CharField(blank=True, max_length=100, verbose_name='number of the memo')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('published', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publications.version')),
                ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'report',
                'ordering': ['-fiscal_year', 'kind'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'fiscal_year', 'kind'), name='reports_report_once_a_year', violation_error_message='This report of the year is already begun.'), models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='reports_report_submitted_at_with_submitted_by'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='reports_report_decided_at_with_decided_by'), models.CheckConstraint(condition=models.Q(('kind__in', ['analysis', 'plan', 'half', 'year'])), name='reports_report_kind_known'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'approved', 'published'])), name='reports_report_state_known'), models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('digest', ''), _negated=True), _connector='OR'), name='reports_report_bound_once_submitted')],
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('key', models.CharField(max_length=60, verbose_name='place')),
                ('text', models.TextField(verbose_name='text')),
                ('draft', models.TextField(blank=True, verbose_name='text drafted from the records')),
                ('written_at', models.DateTimeField(verbose_name='written')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='reports.report')),
            ],
            options={
                'verbose_name': 'passage of a report',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('report', 'key'), name='reports_passage_once')],
            },
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('findings', models.JSONField(verbose_name='findings')),
                ('reason', models.TextField(verbose_name='reason')),
                ('given_at', models.DateTimeField(verbose_name='given')),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='reports.report')),
            ],
            options={
                'verbose_name': 'override of findings',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='reports_override_with_reason')],
            },
        ),
    ]
