#!/usr/bin/env python3
"""Draws facts/movable_holidays.tsv: the days, year by year, of holidays that follow the moon or the sun.

They come from the calendars of the package holidays 0.109 (MIT; pip install holidays==0.109). Islamic days are those of
the Umm al-Qura calendar; where the moon is looked for they may fall a day later.
"""
import datetime

from holidays.calendars import chinese, hebrew, hindu, islamic, persian

import tables

SOURCE = "calendars of python-holidays 0.109 (MIT)"
YEARS = range(1990, 2036)

CHINESE, HEBREW, HINDU = chinese._ChineseLunisolar(), hebrew._HebrewLunisolar(), hindu._HinduLunisolar()
ISLAMIC, PERSIAN = islamic._IslamicLunar(), persian._Persian()


def israel_independence(year):
    """5 Iyar, moved off the Sabbath and the days beside it by law: since 2004 from a Monday too."""
    day = HEBREW.israel_independence_date(year)
    moved = {4: -1, 5: -2, 0: 1 if year >= 2004 else 0}
    return day + datetime.timedelta(moved.get(day.weekday(), 0))


# Name, aliases, country, and what gives the days of a year.
HOLIDAYS = [
    ("Lunar New Year", ["Chinese New Year", "Lunar New Year's Day", "Tet", "Seollal"], "", CHINESE.lunar_new_year_date),
    ("Dragon Boat Festival", [], "", CHINESE.dragon_boat_date),
    ("Mid-Autumn Festival", ["Chuseok", "Mid-Autumn"], "", CHINESE.mid_autumn_date),
    ("Tomb-Sweeping Day", ["Tomb Sweeping Day", "Qingming", "Qingming Festival"], "", CHINESE.qingming_date),
    ("Rosh Hashanah", ["Rosh Hashana", "Jewish New Year"], "", HEBREW.rosh_hashanah_date),
    ("Yom Kippur", ["Day of Atonement"], "", HEBREW.yom_kippur_date),
    ("Sukkot", [], "", HEBREW.sukkot_date),
    ("Purim", [], "", HEBREW.purim_date),
    ("Passover", ["Pesach"], "", HEBREW.passover_date),
    ("Shavuot", [], "", HEBREW.shavuot_date),
    ("Tisha B'Av", ["Tisha Be'Av"], "", HEBREW.tisha_bav_date),
    ("Independence Day", [], "ISR", israel_independence),
    ("Jerusalem Day", [], "ISR", lambda year: HEBREW.passover_date(year) + datetime.timedelta(43)),
    ("Eid al-Fitr", ["Eid ul-Fitr", "Eid-ul-Fitr", "Eid Al-Fitr", "Eid el-Fitr", "Lebaran", "Hari Raya Aidilfitri"], "",
     ISLAMIC.eid_al_fitr_dates),
    ("Eid al-Adha", ["Eid ul-Adha", "Eid-ul-Adha", "Eid Al-Adha", "Eid el-Adha", "Feast of the Sacrifice", "Bakrid",
                     "Tabaski"], "", ISLAMIC.eid_al_adha_dates),
    ("Ashura", ["Ashoura"], "", ISLAMIC.ashura_dates),
    ("Arbaeen", [], "", ISLAMIC.arbaeen_dates),
    ("Mawlid", ["Milad un-Nabi", "Eid Milad-un-Nabi", "Prophet's Birthday", "Mawlid al-Nabi"], "", ISLAMIC.mawlid_dates),
    ("Diwali", ["Deepavali"], "", HINDU.diwali_india_date),
    ("Holi", [], "", HINDU.holi_date),
    ("Nowruz", ["Nowrouz", "Norouz", "Newroz", "Persian New Year", "Iranian New Year"], "", PERSIAN.new_year_date),
]


def days(given):
    """The days in what the package gives: a date, (date, whether it is estimated), or several of these."""
    if isinstance(given, datetime.date):
        return [given]
    if isinstance(given, tuple):
        return days(given[0])
    return [day for one in given or () for day in days(one)]


def main():
    rows = []
    for name, aliases, country, of_year in HOLIDAYS:
        found = {day for year in YEARS for day in days(of_year(year)) if day.year in YEARS}
        rows += [[name, "|".join(aliases), country, day.isoformat()] for day in sorted(found)]
    tables.write("movable_holidays", "holiday", SOURCE, "2026-11-29", ["name", "aliases", "country", "day"], rows)


if __name__ == "__main__":
    main()
