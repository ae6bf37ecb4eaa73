import django.db.models.deletion
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisations', '0002_alter_division_version_alter_organisation_version'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year assessed')),
                ('state', models.CharField(choices=[('draft', 'Being entered'), ('confirmed', 'Confirmed')], default='draft', max_length=12, verbose_name='state')),
                ('origin', models.CharField(choices=[('form', 'Typed in'), ('sheet', 'Read from a spreadsheet'), ('report', 'Read from a report')], max_length=8, verbose_name='where the values came from')),
                ('announced_total', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='total as announced')),
                ('announced_level', models.CharField(blank=True, help_text='In the words of the announcement.', max_length=100, verbose_name='level as announced')),
                ('announced_on', models.DateField(blank=True, null=True, verbose_name='announced on')),
                ('entered_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'result of a year',
                'ordering': ['-fiscal_year'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'fiscal_year'), name='assessments_assessment_once_a_year', violation_error_message='The result of this year is already here.'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='assessments_assessment_confirmed_at_with_confirmed_by'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'confirmed'])), name='assessments_assessment_state_known'), models.CheckConstraint(condition=models.Q(('origin__in', ['form', 'sheet', 'report'])), name='assessments_assessment_origin_known'), models.CheckConstraint(condition=models.Q(('announced_total__isnull', True), models.Q(('announced_total__gte', Decimal('0')), ('announced_total__lte', Decimal('100'))), _connector='OR'), name='assessments_assessment_total_in_range'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('state', 'draft')), models.Q(('confirmed_at__isnull', False), ('state', 'confirmed')), _connector='OR'), name='assessments_assessment_confirmed_by_a_person')],
            },
        ),
        migrations.CreateModel(
            name='AssessmentEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('entered', 'Entered'), ('changed', 'Corrected'), ('confirmed', 'Confirmed'), ('reopened', 'Opened again')], max_length=10, verbose_name='what happened')),
                ('reason', models.CharField(blank=True, max_length=1000, verbose_name='reason')),
                ('changes', models.JSONField(default=dict)),
                ('happened_at', models.DateTimeField()),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='assessments.assessment')),
                ('happened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'event of a result',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['entered', 'changed', 'confirmed', 'reopened'])), name='assessments_assessmentevent_kind_known')],
            },
        ),
        migrations.CreateModel(
            name='Carry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_year', models.PositiveSmallIntegerField(verbose_name='from year')),
                ('to_year', models.PositiveSmallIntegerField(verbose_name='to year')),
                ('code', models.CharField(max_length=20, verbose_name='item')),
                ('relation', models.CharField(choices=[('same', 'The same'), ('renamed', 'Other number or name'), ('split', 'A part of a former item'), ('merged', 'Several former items together'), ('new', 'New'), ('dropped', 'No longer asked for')], max_length=10, verbose_name='relation')),
                ('old', models.JSONField(default=list, verbose_name='items before')),
                ('new', models.JSONField(default=list, verbose_name='items now')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='remark')),
                ('confirmed_at', models.DateTimeField(verbose_name='confirmed')),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'continuation of an item',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'from_year', 'to_year', 'code'), name='assessments_carry_once'), models.CheckConstraint(condition=models.Q(('relation__in', ['same', 'renamed', 'split', 'merged', 'new', 'dropped'])), name='assessments_carry_relation_known')],
            },
        ),
        migrations.CreateModel(
            name='IndicatorScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='indicator')),
                ('points', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='points')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='assessments.assessment')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'points of an indicator',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('assessment', 'number'), name='assessments_indicatorscore_once'), models.CheckConstraint(condition=models.Q(('points__gte', Decimal('0')), ('points__lte', Decimal('100'))), name='assessments_indicatorscore_in_range')],
            },
        ),
        migrations.CreateModel(
            name='ItemScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, verbose_name='item')),
                ('points', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='points')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='assessments.assessment')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'points of an item',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('assessment', 'code'), name='assessments_itemscore_once'), models.CheckConstraint(condition=models.Q(('points__gte', Decimal('0')), ('points__lte', Decimal('100'))), name='assessments_itemscore_in_range')],
            },
        ),
        migrations.CreateModel(
            name='Narrative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='indicator')),
                ('text', models.TextField(verbose_name='analysis')),
                ('sentences', models.JSONField(default=list)),
                ('drafted_at', models.DateTimeField(verbose_name='drafted')),
                ('edited_at', models.DateTimeField(null=True, verbose_name='edited')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='narratives', to='assessments.assessment')),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'analysis of an indicator',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('assessment', 'number'), name='assessments_narrative_once'), models.CheckConstraint(condition=models.Q(models.Q(('edited_at__isnull', True), ('edited_by__isnull', True)), models.Q(('edited_at__isnull', False), ('edited_by__isnull', False)), _connector='OR'), name='assessments_narrative_edited_at_with_edited_by')],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('name', models.CharField(max_length=200, verbose_name='name of the file')),
                ('fiscal_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='fiscal year')),
                ('state', models.CharField(choices=[('waiting', 'Being read'), ('failed', 'Cannot be read'), ('read', 'Read, to be checked'), ('taken', 'Taken over'), ('discarded', 'Discarded')], default='waiting', max_length=10, verbose_name='state')),
                ('content', models.JSONField(default=dict, verbose_name='what was read')),
                ('lines', models.JSONField(default=list, verbose_name='the text it was read from')),
                ('problem', models.JSONField(default=dict, verbose_name='why it cannot be read')),
                ('read_at', models.DateTimeField(verbose_name='read on')),
                ('measures_taken_at', models.DateTimeField(null=True)),
                ('measures_taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('read_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'reading of a report',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['organisation', '-read_at'], name='assessments_organis_ed0d52_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'failed', 'read', 'taken', 'discarded'])), name='assessments_reading_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('measures_taken_at__isnull', True), ('measures_taken_by__isnull', True)), models.Q(('measures_taken_at__isnull', False), ('measures_taken_by__isnull', False)), _connector='OR'), name='assessments_reading_measures_taken_at_with_measures_taken_b')],
            },
        ),
        migrations.CreateModel(
            name='ReadScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year assessed')),
                ('field', models.CharField(max_length=20, verbose_name='value')),
                ('printed', models.CharField(blank=True, max_length=100, verbose_name='as printed')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='where it stands')),
                ('value', models.CharField(blank=True, max_length=100, verbose_name='as confirmed')),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('assessment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='assessments.assessment')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='assessments.reading')),
            ],
            options={
                'verbose_name': 'value read from a file',
                'ordering': ['fiscal_year', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('reading', 'fiscal_year', 'field'), name='assessments_readscore_once'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='assessments_readscore_confirmed_at_with_confirmed_by'), models.CheckConstraint(condition=models.Q(('value', ''), ('confirmed_at__isnull', False), _connector='OR'), name='assessments_readscore_value_is_confirmed')],
            },
        ),
        migrations.CreateModel(
            name='ResultSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=255, verbose_name='file')),
                ('sha256', models.CharField(max_length=64)),
                ('table', models.JSONField(default=list)),
                ('rows', models.PositiveIntegerField(verbose_name='rows')),
                ('uploaded_at', models.DateTimeField()),
                ('taken_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'sheet of results',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_at__isnull', True), ('taken_by__isnull', True)), models.Q(('taken_at__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='assessments_resultsheet_taken_at_with_taken_by')],
            },
        ),
        migrations.CreateModel(
            name='SelfCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year')),
                ('code', models.CharField(max_length=20, verbose_name='item')),
                ('points', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='points')),
                ('ground', models.CharField(blank=True, max_length=300, verbose_name='what it rests on')),
                ('checked_at', models.DateTimeField(verbose_name='checked')),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'our own check of an item',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'fiscal_year', 'code'), name='assessments_selfcheck_once'), models.CheckConstraint(condition=models.Q(('points__gte', Decimal('0')), ('points__lte', Decimal('100'))), name='assessments_selfcheck_in_range')],
            },
        ),
    ]
