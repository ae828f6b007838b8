#!/usr/bin/env python3
"""Writes facts/portfolios.tsv: ministers and ministries by portfolio ("health minister", "ministry of health")."""

import tables

# portfolio in front of the noun, behind "of" where that differs, sectors of the ministry.
PORTFOLIOS = [
    ("foreign", "foreign affairs", "GOV"), ("foreign affairs", "foreign affairs", "GOV"),
    ("external affairs", "", "GOV"), ("external relations", "", "GOV"), ("defence", "", "GOV MIL"),
    ("defense", "", "GOV MIL"), ("national defence", "", "GOV MIL"), ("national defense", "", "GOV MIL"),
    ("interior", "the interior", "GOV"), ("internal affairs", "", "GOV"), ("home", "home affairs", "GOV"),
    ("home affairs", "", "GOV"), ("public security", "", "GOV"), ("state security", "", "GOV SPY"),
    ("national security", "", "GOV"), ("security", "", "GOV"), ("public safety", "", "GOV"),
    ("intelligence", "", "GOV SPY"), ("police", "", "GOV COP"), ("finance", "", "GOV"), ("economy", "the economy", "GOV"),
    ("economic", "economic affairs", "GOV"), ("economics", "", "GOV"), ("economic development", "", "GOV"),
    ("trade", "", "GOV"), ("foreign trade", "", "GOV"), ("commerce", "", "GOV"), ("industry", "", "GOV"),
    ("budget", "the budget", "GOV"), ("planning", "", "GOV"), ("treasury", "the treasury", "GOV"),
    ("investment", "", "GOV"), ("energy", "", "GOV"), ("oil", "", "GOV"), ("petroleum", "", "GOV"),
    ("gas", "", "GOV"), ("mining", "", "GOV"), ("mines", "", "GOV"), ("power", "", "GOV"), ("electricity", "", "GOV"),
    ("water", "", "GOV"), ("environment", "the environment", "GOV"), ("climate", "", "GOV"),
    ("natural resources", "", "GOV"), ("agriculture", "", "GOV"), ("farm", "", "GOV"), ("fisheries", "", "GOV"),
    ("food", "", "GOV"), ("forestry", "", "GOV"), ("rural development", "", "GOV"), ("health", "", "GOV"),
    ("public health", "", "GOV"), ("education", "", "GOV"), ("higher education", "", "GOV"), ("science", "", "GOV"),
    ("technology", "", "GOV"), ("research", "", "GOV"), ("culture", "", "GOV"), ("tourism", "", "GOV"),
    ("sports", "", "GOV"), ("sport", "", "GOV"), ("youth", "", "GOV"), ("labour", "", "GOV"), ("labor", "", "GOV"),
    ("employment", "", "GOV"), ("social affairs", "", "GOV"), ("social welfare", "", "GOV"), ("welfare", "", "GOV"),
    ("family", "", "GOV"), ("women's affairs", "", "GOV"), ("gender", "", "GOV"), ("justice", "", "GOV"),
    ("law", "", "GOV"), ("human rights", "", "GOV"), ("transport", "", "GOV"), ("transportation", "", "GOV"),
    ("railway", "railways", "GOV"), ("aviation", "", "GOV"), ("civil aviation", "", "GOV"), ("shipping", "", "GOV"),
    ("infrastructure", "", "GOV"), ("public works", "", "GOV"), ("housing", "", "GOV"), ("construction", "", "GOV"),
    ("communications", "", "GOV"), ("telecommunications", "", "GOV"), ("telecoms", "", "GOV"), ("digital", "", "GOV"),
    ("information", "", "GOV"), ("media", "", "GOV"), ("local government", "", "GOV"), ("immigration", "", "GOV"),
    ("migration", "", "GOV"), ("refugee", "refugees", "GOV"), ("religious affairs", "", "GOV"),
    ("European affairs", "", "GOV"), ("Europe", "", "GOV"), ("EU affairs", "", "GOV"), ("unification", "", "GOV"),
    ("reintegration", "", "GOV"), ("reconciliation", "", "GOV"), ("development", "", "GOV"),
    ("international development", "", "GOV"), ("international cooperation", "", "GOV"),
    ("parliamentary affairs", "", "GOV"), ("presidential affairs", "", "GOV"), ("constitutional affairs", "", "GOV"),
    ("emergency", "emergency situations", "GOV"), ("emergencies", "", "GOV"), ("disaster management", "", "GOV"),
    ("civil defence", "", "GOV"), ("veterans", "veterans affairs", "GOV"), ("veterans affairs", "", "GOV"),
    ("war", "", "GOV MIL"), ("armed forces", "the armed forces", "GOV MIL"), ("cyber", "", "GOV"), ("space", "", "GOV"),
    ("strategic affairs", "", "GOV"), ("regional development", "", "GOV"), ("overseas", "overseas territories", "GOV"),
    ("women", "women", "GOV"), ("education and science", "", "GOV"), ("foreign and European affairs", "", "GOV"),
    ("antiquities", "", "GOV"), ("awqaf", "", "GOV"), ("endowments", "", "GOV"), ("irrigation", "", "GOV"),
    ("revenue", "", "GOV"), ("taxation", "", "GOV"), ("privatisation", "", "GOV"), ("privatization", "", "GOV"),
    ("customs", "", "GOV"), ("territorial administration", "", "GOV"), ("decentralisation", "", "GOV"),
    ("land", "", "GOV"), ("lands", "", "GOV"), ("steel", "", "GOV"), ("coal", "", "GOV"), ("textiles", "", "GOV"),
    ("petroleum and mineral resources", "", "GOV"), ("trade and industry", "", "GOV"), ("hydrocarbons", "", "GOV"),
]
# Where the holder is called secretary, the body department.
SECRETARIES = {"foreign", "defence", "defense", "interior", "home", "finance", "trade", "commerce", "treasury", "energy",
               "environment", "agriculture", "health", "education", "culture", "transport", "transportation", "labor",
               "labour", "employment", "justice", "housing", "security", "veterans affairs", "business", "war",
               "national defense", "tourism", "information", "science", "work and pensions", "homeland security"}


def roles(front, behind, sectors):
    for prefix in ("", "deputy ", "vice ", "acting "):
        names = [f"{prefix}{front}-minister" if " " not in front and not prefix else "",
                 f"{prefix}minister of {behind}", f"{prefix}minister for {behind}"]
        plurals = [f"{prefix}{front} ministers", f"{prefix}ministers of {behind}", f"{prefix}ministers for {behind}"]
        yield ["role", f"{prefix}{front} minister", tables.forms(names), "|".join(plurals), sectors, "minister"]
    if front in SECRETARIES:
        yield ["role", f"{front} secretary", tables.forms([f"secretary of {behind}", f"secretary for {behind}",
                                                           f"secretary of state for {behind}"]),
               f"{front} secretaries|secretaries of {behind}", sectors, "minister"]
    yield ["role", f"{front} ministry official", f"official of the ministry of {behind}", f"{front} ministry officials",
           sectors, "official"]
    for person in ("man", "woman", "person"):
        plural = {"man": "men", "woman": "women", "person": "people"}[person]
        yield ["role", f"{front} ministry spokes{person}", "", f"{front} ministry spokes{plural}", sectors,
               "spokesperson"]


def bodies(front, behind, sectors):
    yield ["org_noun", f"{front} ministry", tables.forms([f"ministry of {behind}", f"ministry for {behind}"]),
           f"{front} ministries|ministries of {behind}", sectors, "ministry"]
    if front in SECRETARIES or front in ("state", "police", "water", "immigration", "planning", "budget"):
        yield ["org_noun", f"{front} department", f"department of {behind}",
               f"{front} departments|departments of {behind}", sectors, "ministry"]


def main():
    rows = []
    for front, behind, sectors in PORTFOLIOS + [("homeland security", "", "GOV"), ("work and pensions", "", "GOV"),
                                                ("business", "", "GOV")]:
        behind = behind or front
        rows += roles(front, behind, sectors)
        rows += bodies(front, behind, sectors)
    tables.write("portfolios", "role", "curated list of portfolios, put together by tools/facts/portfolios.py",
                 "2026-11-23", ["kind", "name", "aliases", "plural", "sectors", "role"], rows)


if __name__ == "__main__":
    main()
