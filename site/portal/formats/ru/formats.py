"""Russian: 25 ноября 2026 года, 18:00."""

DATE_FORMAT = "j E Y года"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j E Y года, H:i"
MONTH_DAY_FORMAT = "j E"
