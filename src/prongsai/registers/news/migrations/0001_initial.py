import django.db.models.deletion
import uuid
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
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title_th', models.CharField(max_length=300, verbose_name='title in Thai')),
                ('title_en', models.CharField(blank=True, max_length=300, verbose_name='title in English')),
                ('slug', models.CharField(max_length=80, verbose_name='short name in the address')),
                ('category', models.CharField(choices=[('news', 'News'), ('activity', 'Activity'), ('announcement', 'Announcement'), ('procurement', 'Procurement notice'), ('job', 'Job'), ('warning', 'Warning or disaster')], max_length=20, verbose_name='category')),
                ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year')),
                ('happened_on', models.DateField(verbose_name='date of the event or announcement')),
                ('summary_th', models.CharField(blank=True, max_length=500, verbose_name='summary in Thai')),
                ('summary_en', models.CharField(blank=True, max_length=500, verbose_name='summary in English')),
                ('body_th', models.TextField(blank=True, verbose_name='text in Thai')),
                ('body_en', models.TextField(blank=True, verbose_name='text in English')),
                ('mission', models.CharField(blank=True, max_length=300, verbose_name='duty or mission it serves')),
                ('source_reference', models.CharField(blank=True, max_length=200, verbose_name='reference of the memo it rests on')),
                ('publish_on', models.DateField(null=True, verbose_name='publish on')),
                ('expires_on', models.DateField(null=True, verbose_name='in the lists until')),
                ('pinned_until', models.DateField(null=True, verbose_name='on top of the lists until')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('scheduled', 'Will be published by itself'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10, verbose_name='state')),
                ('is_changed', models.BooleanField(default=False)),
                ('written_at', models.DateTimeField(verbose_name='begun')),
                ('scheduled_at', models.DateTimeField(null=True)),
                ('published_at', models.DateTimeField(null=True, verbose_name='published')),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('division', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.division', verbose_name='responsible division')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('published', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publications.version')),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scheduled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'article',
                'ordering': ['-happened_on', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'fiscal_year', 'slug'), name='news_article_slug_once_a_year', violation_error_message='Another article of this year has this short name.'), models.CheckConstraint(condition=models.Q(('category__in', ['news', 'activity', 'announcement', 'procurement', 'job', 'warning'])), name='news_article_category_known'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'scheduled', 'published', 'withdrawn'])), name='news_article_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('scheduled_at__isnull', True), ('scheduled_by__isnull', True)), models.Q(('scheduled_at__isnull', False), ('scheduled_by__isnull', False)), _connector='OR'), name='news_article_scheduled_at_with_scheduled_by'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='news_article_published_at_with_published_by'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='news_article_withdrawn_at_with_withdrawn_by'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'scheduled'), _negated=True), models.Q(('publish_on__isnull', False), ('scheduled_at__isnull', False)), _connector='OR'), name='news_article_scheduled_for_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['published', 'withdrawn']), _negated=True), ('published__isnull', False), _connector='OR'), name='news_article_public_has_version')],
            },
        ),
        migrations.CreateModel(
            name='Listed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('category', models.CharField(choices=[('news', 'News'), ('activity', 'Activity'), ('announcement', 'Announcement'), ('procurement', 'Procurement notice'), ('job', 'Job'), ('warning', 'Warning or disaster')], max_length=20, verbose_name='category')),
                ('fiscal_year', models.PositiveSmallIntegerField(db_index=True, verbose_name='fiscal year')),
                ('happened_on', models.DateField(verbose_name='date of the event or announcement')),
                ('mission', models.CharField(blank=True, max_length=300, verbose_name='duty or mission it serves')),
                ('first_published_at', models.DateTimeField(verbose_name='first published')),
                ('expires_on', models.DateField(null=True, verbose_name='in the lists until')),
                ('pinned_until', models.DateField(null=True, verbose_name='on top of the lists until')),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='listed', to='news.article')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publications.version')),
            ],
            options={
                'verbose_name': 'published article',
                'ordering': ['-happened_on', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('category__in', ['news', 'activity', 'announcement', 'procurement', 'job', 'warning'])), name='news_listed_category_known')],
            },
        ),
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('line', 'LINE official account'), ('facebook', 'Facebook page')], max_length=10, verbose_name='outlet')),
                ('is_on', models.BooleanField(default=False, verbose_name='switched on')),
                ('page', models.CharField(blank=True, max_length=60, verbose_name='number of the page')),
                ('sealed', models.TextField(blank=True, verbose_name='access token')),
                ('switched_at', models.DateTimeField(verbose_name='switched')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('switched_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'outlet',
                'ordering': ['kind'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'kind'), name='news_outlet_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['line', 'facebook'])), name='news_outlet_kind_known'), models.CheckConstraint(condition=models.Q(('is_on', False), models.Q(('sealed', ''), _negated=True), _connector='OR'), name='news_outlet_on_with_token')],
            },
        ),
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('alt_th', models.CharField(blank=True, max_length=300, verbose_name='what it shows, in Thai')),
                ('alt_en', models.CharField(blank=True, max_length=300, verbose_name='what it shows, in English')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='news.article')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'photo',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Poster',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('title', models.CharField(max_length=150, verbose_name='title')),
                ('subject', models.CharField(choices=[('service', 'Steps of a service'), ('budget', 'Budget by area'), ('complaint', 'Channels for complaints'), ('eit', 'Invitation to the EIT survey'), ('free', 'Free notice')], max_length=20, verbose_name='subject')),
                ('kind', models.CharField(choices=[('poster-a4', 'Poster, A4 upright'), ('poster-a3', 'Poster, A3 upright'), ('leaflet', 'Leaflet, A4 in three panels'), ('infographic', 'Picture for screens, 4 to 5')], max_length=20, verbose_name='sheet')),
                ('design', models.CharField(choices=[('plain', 'Plain: white with a rule'), ('band', 'Band: the colour of the office on top'), ('card', 'Cards: boxes on a tint')], max_length=20, verbose_name='design')),
                ('fiscal_year', models.PositiveSmallIntegerField(verbose_name='fiscal year')),
                ('thai_digits', models.BooleanField(default=True, verbose_name='Thai digits')),
                ('data', models.JSONField(default=dict, verbose_name='contents')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('changed_at', models.DateTimeField(null=True, verbose_name='last changed')),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'poster',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('subject__in', ['service', 'budget', 'complaint', 'eit', 'free'])), name='news_poster_subject_known'), models.CheckConstraint(condition=models.Q(('kind__in', ['poster-a4', 'poster-a3', 'leaflet', 'infographic'])), name='news_poster_kind_known'), models.CheckConstraint(condition=models.Q(('design__in', ['plain', 'band', 'card'])), name='news_poster_design_known'), models.CheckConstraint(condition=models.Q(models.Q(('changed_at__isnull', True), ('changed_by__isnull', True)), models.Q(('changed_at__isnull', False), ('changed_by__isnull', False)), _connector='OR'), name='news_poster_changed_at_with_changed_by')],
            },
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('line', 'LINE official account'), ('facebook', 'Facebook page')], max_length=10, verbose_name='outlet')),
                ('state', models.CharField(choices=[('waiting', 'Waiting to be sent'), ('sending', 'On its way'), ('sent', 'Posted'), ('failed', 'Not posted'), ('uncertain', 'Unknown: look at the page')], default='waiting', max_length=10, verbose_name='state')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('status', models.PositiveSmallIntegerField(null=True, verbose_name='answer')),
                ('problem', models.CharField(blank=True, max_length=40, verbose_name='problem')),
                ('asked_at', models.DateTimeField(verbose_name='asked for')),
                ('tried_at', models.DateTimeField(null=True, verbose_name='last attempt')),
                ('settled_at', models.DateTimeField(null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='postings', to='news.article')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('published', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='publications.version')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'posting',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(fields=('published', 'kind'), name='news_posting_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['line', 'facebook'])), name='news_posting_kind_known'), models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'sending', 'sent', 'failed', 'uncertain'])), name='news_posting_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), _connector='OR'), name='news_posting_settled_at_with_settled_by')],
            },
        ),
    ]
