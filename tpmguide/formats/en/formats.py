"""How English dates are written and read: as in Britain, the day before the month."""

from django.conf.locale.en_GB import formats as british

DATE_FORMAT = british.DATE_FORMAT
DATETIME_FORMAT = british.DATETIME_FORMAT
MONTH_DAY_FORMAT = british.MONTH_DAY_FORMAT
SHORT_DATE_FORMAT = british.SHORT_DATE_FORMAT
SHORT_DATETIME_FORMAT = british.SHORT_DATETIME_FORMAT
FIRST_DAY_OF_WEEK = british.FIRST_DAY_OF_WEEK
DATE_INPUT_FORMATS = british.DATE_INPUT_FORMATS
DATETIME_INPUT_FORMATS = british.DATETIME_INPUT_FORMATS
