"""The words of the rules of a document: its folder, its pieces, its tables between them.

Codes and levels are those of the national validator (IGNF/validator, error-code.json); the words are ours.
"""

from __future__ import annotations

from ...i18n import tr
from ..explain import add, explain
from ..findings import Finding
from ..model import Level

_E, _W, _I = Level.ERROR, Level.WARNING, Level.INFO
_LEVELS = {
    "DIRECTORY_UNEXPECTED_NAME": _E,
    "DIRECTORY_UNEXPECTED": _W,
    "FILE_UNEXPECTED": _W,
    "FILE_MISPLACED": _W,
    "FILE_NOT_OPENED": _E,
    "TABLE_UNEXPECTED_ENCODING": _W,
    "encoding_unknown": _I,
    "CNIG_FILE_EXTENSION_INVALID": _W,
    "CNIG_PIECE_ECRITE_ONLY_PDF": _E,
    "CNIG_DOCUMENT_NO_PDF": _E,
    "CNIG_GENERATEUR_SUP_NOT_FOUND": _E,
    "CNIG_ASSIETTE_SUP_NOT_FOUND": _E,
    "CNIG_PRESCRIPTION_NOT_FOUND": _W,
    "CNIG_SUP_BAD_TERRITORY_CODE": _E,
    "CNIG_IDURBA_NOT_FOUND": _E,
    "CNIG_IDURBA_MULTIPLE_FOUND": _W,
    "CNIG_DOC_URBA_COM_UNEXPECTED_SIZE": _W,
    "CNIG_PERIMETRE_SCOT_UNEXPECTED_SIZE": _E,
    "CNIG_SUP_IDGEN_NOT_UNIQUE": _E,
    "CNIG_SUP_IDASS_NOT_UNIQUE": _E,
    "CNIG_SUP_IDGEN_NOT_FOUND": _E,
    "METADATA_IGNORED_FILE": _I,
    "METADATA_MULTIPLE_FILES": _E,
    "METADATA_INVALID_FILE": _E,
    "metadata_doctype": _E,
}


def said(  # noqa: PLR0913 - the parts of a finding
    code: str,
    *,
    value: str = "",
    expected: str = "",
    layer: str = "",
    table: str = "",
    feature: str = "",
    field: str = "",
    count: str = "",
    level: Level | None = None,
) -> Finding:
    """A finding of the document with its words; `code` in capitals is the national validator's."""
    rule = code.lower()
    told = explain(rule, table=table, field=field, value=value, expected=expected, count=count)
    return Finding(
        rule=rule,
        level=level or _LEVELS[code],
        message=told.message,
        code=code if code.isupper() else "",
        table=table,
        layer=layer,
        feature=feature,
        field=field,
        value=value,
        expected=expected,
        help=told.help,
    )


# ------------------------------------------------------------------------------------------------ folder, files
add(
    "directory_unexpected_name",
    lambda: (
        tr("The folder's name “{value}” is not the one that the standard wants."),
        tr("Name it as the standard says: {expected}. The zip has the same name."),
    ),
)
add(
    "directory_unexpected",
    lambda: (
        tr("The folder “{value}” is not in the standard, or its name is wrong."),
        tr("Rename it as the standard says, or take it out of the delivery."),
    ),
)
add(
    "file_unexpected",
    lambda: (
        tr("The file “{value}” is not in the standard, or its name is wrong."),
        tr("Rename it as the standard says, or take it out of the delivery: it would not be read."),
    ),
)
add(
    "file_misplaced",
    lambda: (
        tr("“{value}” has nearly the right name, but is not in its place."),
        tr("Move it to the folder that the standard says, with exactly the name expected: it would not be read."),
    ),
)
add(
    "file_missing_mandatory",
    lambda: (
        tr("The mandatory file {value} is missing."),
        tr("Add it, with the name and in the folder that the standard says."),
    ),
)
add(
    "file_missing_mandatory_directory",
    lambda: (
        tr("The mandatory folder {value} is missing."),
        tr("Create it with exactly this name, and put the pieces that go there."),
    ),
)
add(
    "file_missing_recommanded",
    lambda: (tr("The optional file {value} is not there."), tr("Nothing to do, unless the document has this piece.")),
)
add(
    "file_missing_recommanded_directory",
    lambda: (
        tr("The optional folder {value} is not there."),
        tr("Nothing to do, unless the document has pieces of this kind."),
    ),
)
add(
    "file_not_opened",
    lambda: (
        tr("The table “{value}” can't be read."),
        tr("Check that the file is whole (a shapefile is at least .shp, .shx and .dbf), then deliver it again."),
    ),
)
add(
    "table_unexpected_encoding",
    lambda: (
        tr("The texts of “{value}” are not in the encoding that the metadata declare ({expected})."),
        tr("Declare the real encoding in the metadata, or write the table again in {expected}: accents would be lost."),
    ),
)
add(
    "encoding_unknown",
    lambda: (
        tr("Nothing says in which encoding the texts of “{value}” are; it was read as {expected}."),
        tr("Check the accents. Add a .cpg file beside the table, and declare the encoding in the metadata."),
    ),
)
add(
    "cnig_file_extension_invalid",
    lambda: (
        tr("The file “{value}” is of a kind that a document of urbanism doesn't hold."),
        tr("Take it out. Allowed: xml, pdf, csv, shapefile, MapInfo, GeoJSON, GML."),
    ),
)
add(
    "cnig_piece_ecrite_only_pdf",
    lambda: (
        tr("“{value}” is among the written pieces and is not a PDF."),
        tr("Export it to PDF, or take it out of Pieces_ecrites."),
    ),
)
add(
    "cnig_document_no_pdf",
    lambda: (
        tr("No PDF of the document has the name that the standard wants."),
        tr("Add the written pieces, named as the standard says."),
    ),
)
add(
    "cnig_generateur_sup_not_found",
    lambda: (
        tr("There is no generator of the easement."),
        tr("Add at least one table GENERATEUR_SUP (point, line or surface)."),
    ),
)
add(
    "cnig_assiette_sup_not_found",
    lambda: (
        tr("There is no extent of the easement."),
        tr("Add at least one table ASSIETTE_SUP (point, line or surface)."),
    ),
)
add(
    "cnig_prescription_not_found",
    lambda: (
        tr("There is no table of prescriptions."),
        tr("Add PRESCRIPTION_SURF, PRESCRIPTION_LIN or PRESCRIPTION_PCT if the document has prescriptions."),
    ),
)
# ------------------------------------------------------------------------------------------------ identifiers
add(
    "cnig_sup_bad_territory_code",
    lambda: (
        tr("The territory code “{value}” of the folder's name has two characters."),
        tr("Write the département on three characters: {expected}."),
    ),
)
add(
    "cnig_idurba_not_found",
    lambda: (
        tr("No row of DOC_URBA describes this document."),
        tr("Add the row whose IDURBA is {expected}, or correct the name of the folder."),
    ),
)
add(
    "cnig_idurba_multiple_found",
    lambda: (
        tr("{count} rows of DOC_URBA describe this document (IDURBA {expected})."),
        tr("Keep one row for the document."),
    ),
)
add(
    "cnig_idurba_invalid",
    lambda: (
        tr("{field}: “{value}” has none of the forms of an IDURBA."),
        tr("Write the INSEE or SIREN code, the type and the date of approval, for example {expected}."),
    ),
)
add(
    "cnig_idurba_unexpected",
    lambda: (
        tr("{field}: “{value}” is not the IDURBA of this document."),
        tr("Write {expected}, which follows from the name of the folder, or correct that name."),
    ),
)
add(
    "cnig_doc_urba_com_unexpected_size",
    lambda: (
        tr("DOC_URBA_COM names {count} commune for an intercommunal plan."),
        tr("Add a row for each commune that the plan covers."),
    ),
)
add(
    "cnig_perimetre_scot_unexpected_size",
    lambda: (
        tr("PERIMETRE_SCOT holds {count} rows; a SCoT has one perimeter."),
        tr("Merge the surfaces into a single multipart feature."),
    ),
)
add(
    "cnig_sup_idgen_not_unique",
    lambda: (
        tr("IDGEN “{value}” is there {count} times in the tables of generators."),
        tr("Give each generator an identifier of its own: points, lines and surfaces share one numbering."),
    ),
)
add(
    "cnig_sup_idass_not_unique",
    lambda: (
        tr("IDASS “{value}” is there {count} times in the tables of extents."),
        tr("Give each extent an identifier of its own: points, lines and surfaces share one numbering."),
    ),
)
add(
    "cnig_sup_idgen_not_found",
    lambda: (
        tr("The extent “{expected}” names a generator that doesn't exist: IDGEN “{value}”."),
        tr("Correct IDGEN, or add the missing generator."),
    ),
)
# ------------------------------------------------------------------------------------------------ metadata files
add(
    "metadata_ignored_file",
    lambda: (
        tr("“{value}” is not a metadata record (ISO 19139): it is not read."),
        tr("Take it out, or replace it by the record of the document, whose root is MD_Metadata."),
    ),
)
add(
    "metadata_multiple_files",
    lambda: (
        tr("There are several metadata records: {value}."),
        tr("Keep one record for the document."),
    ),
)
add(
    "metadata_invalid_file",
    lambda: (
        tr("The metadata record “{value}” can't be read."),
        tr("Export it again from the catalogue, in ISO 19139."),
    ),
)
add(
    "metadata_doctype",
    lambda: (
        tr("The metadata record “{value}” holds a DOCTYPE; it was not read."),
        tr("A record has no need of a DOCTYPE, by which a file may reach others: export it again from the catalogue."),
    ),
)
