<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>DataTerritoires</name>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a brace is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a list is expected: [one, two].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a table or a background has no geometry_column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a text is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a whole number is expected: 10000 for 1:10 000, 0 for always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>an id is made of small letters without accent, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>and {count} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the bounding box, through the spatial index of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the codes of the territory, field {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Check that QGIS opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>Check that the file is whole and that QGIS opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>Check that the file is whole and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>Check the indentation, the colons and the quotes near that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Check the path of the entry “{id}” in your catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>Choose a coordinate reference system yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>Correct or remove DATA_TERRITOIRES_ENDPOINTS, or the setting of the plugin that names this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>Correct the catalogue file, then load it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/words.py"/>
        <source>Did you mean {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>Do them one after the other, or choose a coordinate reference system yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>Give the ids of layers, a theme, or “recommended”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>It must be a text file in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>It must be JSON, one name and one address per service: {{&quot;api_geo&quot;: &quot;https://…&quot;}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>It was replaced by: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Its layers: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>Its tables: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>keys and values are expected: {{commune: code_insee}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>Known: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>Nearest names: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Nearest: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>No layer was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>No service is called «{name}».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>No territory is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Open it in QGIS, set its CRS, and save it again (a Shapefile needs its .prj).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>options are for a background (geometry: raster).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Possible kinds: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Possible kinds: {kinds}. Or clip with a polygon layer of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Search for the territory that replaced it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/base.py"/>
        <source>Stopped at your request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Territories of the kind “{kind}” are not available offline yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>The catalogue file {file} can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The catalogue has no layer or theme “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The catalogue has no layer “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The catalogue has no theme “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>The file of the services&apos; addresses can&apos;t be read: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>The file of the services&apos; addresses is not valid: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>the value is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>The {asked} edition of the COG is not available: only that of {edition} is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>These territories have different legal projections: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>unknown key “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>unknown value “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/base.py"/>
        <source>What was fetched is kept: run it again to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write kind:code, for instance epci:243500139 or commune:35238; several are separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write one of: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Write {path}|layername=… with one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write {text} without “@{asked}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{file}:{line}: this is not YAML: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>{name} ({id}) no longer exists: the last edition of the COG that has it is {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>{name} has no single legal projection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: already given at line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: another file already has this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: keys and values are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: the key “{key}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{file}” does not say its coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{file}” has no layer “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>“{file}” has no table “{table}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{kind}” is not a kind of territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>“{name}” can&apos;t be opened as a GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{name}” can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{path}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{path}” holds several layers: the entry must name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{text}” is not a territory of the COG {edition}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{text}” is the name or the code of several territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{title}” can&apos;t be selected by a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>“{value}” is not written as expected, for example {example}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
