"""The findings on a Base Adresse Locale in plain words. Rules are named by the codes of the national validator."""

from __future__ import annotations

from ..i18n import tr
from .explain import add

add(
    "bal_missing",
    lambda: (
        tr("The column {field} is missing."),
        tr("Add it under this exact name; its values may be completed by the BAL editor."),
    ),
)
add(
    "bal_misspelt",
    lambda: (
        tr("The column “{value}” was read as {field}, but the national base wants this exact name."),
        tr("Rename the column to {expected} before sending the file."),
    ),
)
add(
    "bal_valeur_manquante",
    lambda: (
        tr("{field} is empty."),
        tr("Fill it in for this address."),
    ),
)
add(
    "bal_espaces_debut_fin",
    lambda: (
        tr("{field}: “{value}” begins or ends with a space."),
        tr("Remove the spaces around the value."),
    ),
)
add(
    "bal_casse_invalide",
    lambda: (
        tr("The interoperability key “{value}” has capital letters."),
        tr("Write the key in small letters."),
    ),
)
add(
    "bal_structure_invalide",
    lambda: (
        tr("The interoperability key “{value}” does not have its parts."),
        tr("Write commune, street and number joined by “_”: 35238_0010_00012."),
    ),
)
add(
    "bal_commune_invalide",
    lambda: (
        tr("{field}: “{value}” holds no known INSEE code of commune."),
        tr("Check the code: five characters, leading zero included."),
    ),
)
add(
    "bal_commune_ancienne",
    lambda: (
        tr("{field}: “{value}” is the code of a former commune."),
        tr("Use the code of the commune of today; the former one goes into commune_deleguee_insee."),
    ),
)
add(
    "bal_voie_invalide",
    lambda: (
        tr("The interoperability key “{value}” has no street code of four characters."),
        tr("Write the FANTOIR code of the street, or 0000 where there is none."),
    ),
)
add(
    "bal_voie_non_renseignee",
    lambda: (
        tr("The interoperability key “{value}” gives no street code (0000 or xxxx)."),
        tr("Nothing to do: the national base gives one."),
    ),
)
add(
    "bal_numero_invalide",
    lambda: (
        tr("The number in the interoperability key “{value}” is no number."),
        tr("Write the number on five figures: 00012."),
    ),
)
add(
    "bal_numero_prefixe_manquant",
    lambda: (
        tr("The number in the interoperability key “{value}” is not on five figures."),
        tr("Complete it with zeros: 00012."),
    ),
)
add(
    "bal_type_invalide",
    lambda: (
        tr(
            "{field}: “{value}” is not what is expected: a whole number for numero, a UUID version 4 for an identifier."
        ),
        tr("Correct the value, or empty it and let the BAL editor give the identifier."),
    ),
)
add(
    "bal_trop_grand",
    lambda: (
        tr("The number {value} is too large: 99998 at most, 99999 for a place without numbers."),
        tr("Correct the number."),
    ),
)
add(
    "bal_not_to_be_zero",
    lambda: (
        tr("The number is zero."),
        tr("Give the true number of the address."),
    ),
)
add(
    "bal_contient_prefixe",
    lambda: (
        tr("The number “{value}” begins with zeros."),
        tr("Write the number without leading zeros."),
    ),
)
add(
    "bal_debut_invalide",
    lambda: (
        tr("The suffix “{value}” does not begin with a letter or a figure."),
        tr("Write it as bis, ter, a, b…"),
    ),
)
add(
    "bal_trop_long",
    lambda: (
        tr("{field}: “{value}” is too long: 200 characters for a name, 9 for a suffix."),
        tr("Shorten the value."),
    ),
)
add(
    "bal_trop_court",
    lambda: (
        tr("{field}: “{value}” is too short: 3 characters at least."),
        tr("Write the whole name of the street or place."),
    ),
)
add(
    "bal_caractere_invalide",
    lambda: (
        tr("{field}: “{value}” has characters that are not allowed or can’t be read."),
        tr("Correct them; the file has to be in UTF-8."),
    ),
)
add(
    "bal_contient_tiret_bas",
    lambda: (
        tr("{field}: “{value}” has an underscore."),
        tr("Replace it by a space or a hyphen."),
    ),
)
add(
    "bal_casse_incorrecte",
    lambda: (
        tr("{field}: “{value}” is all in capitals or all in small letters."),
        tr("Write it as on a street sign: Rue du Verdon."),
    ),
)
add(
    "bal_valeur_invalide",
    lambda: (
        tr("{field}: the value “{value}” is not a possible one."),
        tr("Use a value of the specification of the BAL."),
    ),
)
add(
    "bal_enum_fuzzy",
    lambda: (
        tr("The position “{value}” is understood, but not written as in the specification."),
        tr("Write it in small letters with its accents: entrée, bâtiment, cage d’escalier…"),
    ),
)
add(
    "bal_separateur_decimal_invalide",
    lambda: (
        tr("{field}: “{value}” is written with a decimal comma."),
        tr("Write the decimal mark as a point."),
    ),
)
add(
    "bal_pipe_debut_fin",
    lambda: (
        tr("The list of parcels “{value}” begins or ends with “|”."),
        tr("Remove it: “|” only stands between two parcels."),
    ),
)
add(
    "bal_date_invalide",
    lambda: (
        tr("“{value}” is not a date of the form 2026-01-31."),
        tr("Write year, month and day: 2026-01-31."),
    ),
)
add(
    "bal_date_ancienne",
    lambda: (
        tr("The date {value} is before 2010."),
        tr("Check the date of the last update."),
    ),
)
add(
    "bal_date_future",
    lambda: (
        tr("The date {value} is in the future."),
        tr("Check the date of the last update."),
    ),
)
add(
    "bal_incoherence_numero",
    lambda: (
        tr("The number is not that of the interoperability key ({value})."),
        tr("Make numero and cle_interop say the same number."),
    ),
)
add(
    "bal_commune_manquante",
    lambda: (
        tr("The address has no valid code of commune."),
        tr("Fill commune_insee with the INSEE code of the commune."),
    ),
)
add(
    "bal_commune_nom_invalide",
    lambda: (
        tr("The name of the commune is not that of its code: {expected} is expected."),
        tr("Correct the name, or the code, of the commune."),
    ),
)
add(
    "bal_voie_nom_have_same_lieudit_complement_nom",
    lambda: (
        tr("The street and the additional place have the same name ({value})."),
        tr("Keep one of the two names."),
    ),
)
add(
    "bal_position_manquante",
    lambda: (
        tr("The address has no kind of position."),
        tr("Fill position: entrée, bâtiment, parcelle, segment…"),
    ),
)
add(
    "bal_longlat_vides",
    lambda: (
        tr("The address has no longitude or latitude."),
        tr("Place the address on the map and fill long and lat."),
    ),
)
add(
    "bal_longlat_invalides",
    lambda: (
        tr("The longitude and latitude are outside the French territories, or can’t be read ({value})."),
        tr("Check that they are not swapped and are in degrees (WGS 84)."),
    ),
)
add(
    "bal_longlat_xy_incoherents",
    lambda: (
        tr("x, y and long, lat are more than 10 metres apart ({value})."),
        tr("Recompute x and y: {expected} is expected."),
    ),
)
add(
    "bal_adresse_incomplete",
    lambda: (
        tr("The address has no number or no street name."),
        tr("Give both; 99999 is the number of a place without numbers."),
    ),
)
add(
    "bal_chef_lieu_invalide",
    lambda: (
        tr("The delegated commune is not a part of the commune ({value})."),
        tr("Check both codes."),
    ),
)
add(
    "bal_lack_of_id_ban",
    lambda: (
        tr("The address has some of the BAN identifiers but not all: {expected} is missing."),
        tr("Give the three identifiers, or none."),
    ),
)
add(
    "bal_cog_no_match_id_ban_commune",
    lambda: (
        tr("The identifier of the commune is not the one that the Base Adresse Nationale gives ({value})."),
        tr("Take the identifier of the commune from the national base, or from the BAL editor."),
    ),
)
add(
    "bal_cog_no_match_id_ban_commune_not_possible",
    lambda: (
        tr("The identifiers of communes were not compared with those of the Base Adresse Nationale: {value}"),
        tr("Check again with a connection."),
    ),
)
add(
    "bal_empty",
    lambda: (
        tr("The file has no address."),
        tr("Check the file, and that its first line holds the names of the columns."),
    ),
)
add(
    "bal_multi_id_ban_commune",
    lambda: (
        tr("There are several identifiers of commune ({value})."),
        tr("A BAL has one id_ban_commune: that of its commune."),
    ),
)
add(
    "bal_every_line_required_id_ban",
    lambda: (
        tr("{value} addresses have no BAN identifiers, while others have."),
        tr("Give identifiers to all addresses, or to none."),
    ),
)
add(
    "bal_different_voie_nom_with_same_id_ban_toponyme",
    lambda: (
        tr("One id_ban_toponyme is given to streets of different names ({value})."),
        tr("Give each street its own identifier."),
    ),
)
add(
    "bal_different_id_ban_toponyme_with_same_voie_nom",
    lambda: (
        tr("One street has several id_ban_toponyme ({value})."),
        tr("Give all addresses of the street the same id_ban_toponyme."),
    ),
)
add(
    "bal_different_adresse_with_same_id_ban_adresse",
    lambda: (
        tr("One id_ban_adresse is given to different addresses ({value})."),
        tr("Give each address its own identifier."),
    ),
)
add(
    "bal_different_id_ban_adresses_with_same_adresse",
    lambda: (
        tr("One address has several id_ban_adresse ({value})."),
        tr("Remove the double, or correct the number or its suffix."),
    ),
)
add(
    "bal_lieudit_complement_nom_not_declared",
    lambda: (
        tr("The additional place “{value}” is not declared as a place."),
        tr("Add a row with this name and the number 99999, or correct the name."),
    ),
)
add(
    "bal_encoding",
    lambda: (
        tr("The file is encoded in {value}, not in UTF-8."),
        tr("Save it again in UTF-8."),
    ),
)
add(
    "bal_delimiter",
    lambda: (
        tr("The columns are separated by “{value}”, not by a semicolon."),
        tr("Save it again with the semicolon as separator."),
    ),
)
add(
    "bal_linebreak",
    lambda: (
        tr("The lines do not end as those of a text file of today."),
        tr("Save it again with the line ends of Windows or Linux."),
    ),
)
