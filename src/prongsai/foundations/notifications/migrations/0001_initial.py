import django.db.models.deletion
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
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_digest', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('pending', 'waits to be sent'), ('sent', 'sent'), ('failed', 'could not be sent')], default='pending', max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('written_at', models.DateTimeField()),
                ('try_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['organisation', 'state', 'try_at'], name='notificatio_organis_ce6029_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['pending', 'sent', 'failed'])), name='notifications_letter_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='notifications_letter_sent_when')],
            },
        ),
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80)),
                ('facts', models.JSONField(default=dict)),
                ('about', models.CharField(max_length=100)),
                ('url', models.CharField(max_length=300)),
                ('mail', models.CharField(choices=[('immediate', 'at once'), ('digest', 'once a day, together'), ('none', 'not at all; the inbox is enough')], max_length=10)),
                ('told_at', models.DateTimeField(verbose_name='received')),
                ('read_at', models.DateTimeField(null=True, verbose_name='read')),
                ('letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notifications', to='notifications.letter')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'notice',
                'ordering': ['-told_at', '-pk'],
                'indexes': [models.Index(fields=['receiver', 'read_at'], name='notificatio_receive_32371f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('mail__in', ['immediate', 'digest', 'none'])), name='notifications_notification_mail_known')],
            },
        ),
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mail', models.CharField(choices=[('immediate', 'at once'), ('digest', 'once a day, together'), ('none', 'not at all; the inbox is enough')], default='immediate', max_length=10, verbose_name='by e-mail')),
                ('language', models.CharField(choices=[('th', 'Thai'), ('en', 'English')], default='th', max_length=2, verbose_name='language')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'preference',
                'constraints': [models.CheckConstraint(condition=models.Q(('mail__in', ['immediate', 'digest', 'none'])), name='notifications_preference_mail_known'), models.CheckConstraint(condition=models.Q(('language__in', ['th', 'en'])), name='notifications_preference_language_known')],
            },
        ),
    ]
