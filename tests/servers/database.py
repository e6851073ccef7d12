"""PostgreSQL with PostGIS, and the tables that the tests know."""

from __future__ import annotations

from tests.servers.programs import skipping
from tools.servers import database

# 25 trees, some with a serial key and some with a text key, and 10 parcels in Lambert-93, where each is known.
TABLES = """
DROP TABLE IF EXISTS arbre, arbre_texte, parcelle;
CREATE TABLE arbre (
  fid serial PRIMARY KEY, id_public text UNIQUE NOT NULL, essence varchar(40),
  hauteur double precision CHECK (hauteur >= 0), maj timestamptz DEFAULT now(), geom geometry(Point, 4326));
CREATE TABLE arbre_texte (
  id_public text PRIMARY KEY, essence varchar(40), hauteur double precision, geom geometry(Point, 4326));
CREATE TABLE parcelle (
  fid serial PRIMARY KEY, id_public text UNIQUE NOT NULL, nom text, surface numeric(12, 2),
  geom geometry(MultiPolygon, 2154));
INSERT INTO arbre (id_public, essence, hauteur, geom)
  SELECT 'A' || n, 'tilleul', n, ST_SetSRID(ST_MakePoint(-1.7 + n / 1000.0, 48.1), 4326) FROM generate_series(1, 25) n;
INSERT INTO arbre_texte SELECT id_public, essence, hauteur, geom FROM arbre;
INSERT INTO parcelle (id_public, nom, surface, geom)
  SELECT 'P' || n, 'Parcelle ' || n, 100,
    ST_Multi(ST_MakeEnvelope(350000 + 20 * n, 6790000, 350010 + 20 * n, 6790010, 2154))
  FROM generate_series(1, 10) n;
"""


class Postgis(database.Postgis):
    """A running PostgreSQL: `host`, `port`, `database`, `user`, `password`; tables arbre, arbre_texte, parcelle."""

    def __init__(self) -> None:
        with skipping():
            super().__init__(TABLES, "test")
