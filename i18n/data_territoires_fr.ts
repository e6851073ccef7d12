<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>DataTerritoires</name>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>&amp;Buffer</source>
        <translation>&amp;Tampon</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>&amp;Cut</source>
        <translation>&amp;Découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>&amp;To</source>
        <translation>&amp;Vers</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a brace is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>A click adds a corner, a right click ends, Esc cancels.</source>
        <translation>Un clic ajoute un sommet, un clic droit termine, Échap abandonne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>A clip is running.</source>
        <translation>Une découpe est en cours.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>A commune, an EPCI, a département, a région, or a perimeter of your own.</source>
        <translation>Une commune, un EPCI, un département, une région, ou un périmètre à vous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a list is expected: [one, two].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>A negative buffer narrows: choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>A perimeter is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a table or a background has no geometry_column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>a table without geometry: read whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>A territory is written epci:243500139.</source>
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
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Admin Express has no contour for {name} ({id}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>Advised: {mode}. {reason}</source>
        <translation>Conseillé : {mode}. {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>All themes</source>
        <translation>Tous les thèmes</translation>
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
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>API Géo (simplified to 5 m), COG {year}, fetched on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>API Géo has no contour for {name} ({id}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Area (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>as advised for each layer</source>
        <translation>selon la couche (conseillé)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Ask the administrator of the service for the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>asking…</source>
        <translation>interrogation…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>associated commune</source>
        <translation>commune associée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Back to the catalogue</source>
        <translation>Retour au catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>background</source>
        <translation>fond de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>background, added to the project</source>
        <translation>fond ajouté au projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Backgrounds are added to the project; tick a layer of data too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Backgrounds are not clipped: tick a layer of data too.</source>
        <translation>Les fonds de carte ne se découpent pas : cochez aussi une couche de données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Buffer (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Buffer around the territory, in metres</source>
        <translation>Tampon autour du territoire, en mètres</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>buffer of {metres} m</source>
        <translation>tampon de {metres} m</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the bounding box, through the spatial index of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the codes of the territory, field {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>by the perimeter, simplified outward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Bytes read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Catalogue of your own (YAML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>Check it in Settings &gt; Options &gt; Authentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check its address in Settings &gt; Options &gt; Network &gt; Proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/outline.py"/>
        <source>Check its coordinate reference system: does it lie where it should?</source>
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
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>Check the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>Check the address of the service: it answers now at {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Check the authentication configuration (Settings &gt; Options &gt; Authentication).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Check the folder and your rights; the previous file is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>Check the indentation, the colons and the quotes near that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the Internet connection and the proxy (Settings &gt; Options &gt; Network), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the Internet connection, the proxy (Settings &gt; Options &gt; Network) and the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Check the name or the code, and the address of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Check the path of its layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Check the path of the entry “{id}” in your catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the room left on the disk of the temporary folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>Choose a coordinate reference system yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose a layer or a selection that has at least one polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/plugin.py"/>
        <source>Choose a territory and clip the reference layers of the country to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Choose a territory first.</source>
        <translation>Choisissez d’abord un territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Choose a territory or a perimeter, one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose a territory or a polygon that covers some ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose another file, or ask for the right to write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Choose another territory</source>
        <translation>Choisir un autre territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>Choose or create one in Settings &gt; Options &gt; Authentication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose the CRS of the result yourself, or clip one territory at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>Clip in one click</source>
        <translation>Découper en un clic</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Clip of {name}</source>
        <translation>Découpe de {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Clip reference layers to a territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Clip several layers to a perimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>clipped</source>
        <translation>découpée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Clipping {name}…</source>
        <translation>Découpe de {name}…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Clips any vector layers to polygons, all at once, into one GeoPackage, one table per layer, each in its own CRS. Features entirely inside are copied untouched; invalid ones never stop a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Close it in QGIS and other programs, or choose another file: the previous one is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Close it there, or choose another file: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>COG {year}</source>
        <translation>COG {year}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Collapse all</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>commune</source>
        <translation>commune</translation>
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
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>CRS (that of the law where empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Cut</source>
        <translation>Découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>cut at the perimeter</source>
        <translation>couper au périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>delegated commune</source>
        <translation>commune déléguée</translation>
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
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Draw on the map</source>
        <translation>Dessiner sur la carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Draw the perimeter on the map.</source>
        <translation>Dessinez le périmètre sur la carte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Drawn perimeter</source>
        <translation>Périmètre dessiné</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>département</source>
        <translation>département</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Each failed line says why.</source>
        <translation>Chaque ligne en échec dit pourquoi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Edition</source>
        <translation>Millésime</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>en</source>
        <translation>fr</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>EPCI</source>
        <translation>EPCI</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Expand all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Features</source>
        <translation>Objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Features that cross the perimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Features written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/assemble.py"/>
        <source>Fetched on {date} from {source} ({way}), clipped to {territory} ({mode}): {received} features received, {written} written, of which {cut} cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Fetches the layers of the catalogue around a territory, clips them, and writes them with their styles, metadata and licences into one GeoPackage, with the recipe that allows it to be done again.

LAYERS: ids of the catalogue separated by commas (bdtopo_batiment,cadastre_parcelle), a theme, or “recommended”.
CUT: “entry” leaves each layer its own way (buildings, parcels and addresses are kept whole), “cut” cuts at the perimeter, “whole” keeps the features that cross it whole, “within” keeps only those entirely inside.
A layer that fails does not stop the others: the counts and the report tell which, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>File of the result</source>
        <translation>Fichier du résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Free some disk space, or set another cache folder (DATA_TERRITOIRES_CACHE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From a layer</source>
        <translation>Depuis une couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From the selected features</source>
        <translation>Depuis les objets sélectionnés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From the {count} selected feature</source>
        <translation>Depuis l’objet sélectionné</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From the {count} selected features</source>
        <translation>Depuis les {count} objets sélectionnés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>GeoPackage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>GeoPackage of the result</source>
        <translation>GeoPackage du résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Give one to its layer: right click, “Layer CRS”, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>Give the ids of layers, a theme, or “recommended”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Give them in Settings &gt; Options &gt; Network &gt; Proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Go online once for this territory: its contour will then stay usable offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>If the proxy of your network rewrites certificates, add its authority in Settings &gt; Options &gt; Authentication &gt; Manage Certificates &gt; Authorities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>In a batch, name the file that contains it in QGIS_AUTH_PASSWORD_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>It is not your doing: try again later.</source>
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
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>It will be replaced.</source>
        <translation>Le fichier sera remplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Its code may have changed this year: search it by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Its layers: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>Its name may have changed: update the extension or its catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>Its name will be checked with the service before it is read.</source>
        <translation>Son nom sera vérifié auprès du service avant la lecture.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>Its tables: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>keep features whole</source>
        <translation>garder les objets entiers</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Keep the polygons of one territory, and clip the others separately.</source>
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
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/dock.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers (ids, theme or “recommended”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Licence and mention</source>
        <translation>Licence et mention</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>Licence: {name}</source>
        <translation>Licence : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Lines and points need a buffer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>live service</source>
        <translation>flux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>local layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>made on {date}</source>
        <translation>le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Maintenance or overload: try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>Make room or choose another disk: the previous file is intact, and what was fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>municipal arrondissement</source>
        <translation>arrondissement municipal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Name the file of the result.</source>
        <translation>Donnez un nom au fichier du résultat.</translation>
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
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>No layer answers. Try another word, or show all the themes.</source>
        <translation>Aucune couche ne répond. Essayez un autre mot, ou affichez tous les thèmes.</translation>
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
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>No vector layer to clip: choose at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>None of the {count} layers could be clipped: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Nothing can be written in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Nothing is left of the perimeter with a buffer of {metres} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/transport.py"/>
        <source>Nothing is sent: the plugin is offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Nothing to clip: the layers chosen are backgrounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Nothing was made: the previous file, if there was one, is intact.</source>
        <translation>Rien n’a été produit : le fichier précédent, s’il existait, est intact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Number of communes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>Offline, only the layers of the kit can be clipped: switch offline mode off for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>only inside</source>
        <translation>seulement à l’intérieur</translation>
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
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>or perimeter (polygons)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Other ways to choose the perimeter</source>
        <translation>Autres façons de choisir le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>outline not available</source>
        <translation>contour indisponible</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/choice.py"/>
        <source>Outline of the perimeter</source>
        <translation>Contour du périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>outline…</source>
        <translation>contour…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>own perimeter</source>
        <translation>périmètre libre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Perimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Perimeter (polygons)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Perimeter of your own</source>
        <translation>Périmètre à vous</translation>
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
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>Producer: {name}</source>
        <translation>Producteur : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Progress of the clip</source>
        <translation>Avancement de la découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>QGIS&apos;s authentication system is disabled: the configuration «{id}» can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Reading the catalogue</source>
        <translation>Lecture du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Reading the perimeter</source>
        <translation>Lecture du périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Recent territories</source>
        <translation>Territoires récents</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Recent territories, or a perimeter of your own: from a layer, or drawn</source>
        <translation>Territoires récents, ou un périmètre à vous : une couche, un dessin</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>Recommended for a commune</source>
        <translation>Recommandées pour une commune</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>Recommended for a département</source>
        <translation>Recommandées pour un département</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>Recommended for a région</source>
        <translation>Recommandées pour une région</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>Recommended for an EPCI</source>
        <translation>Recommandées pour un EPCI</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Remove its layers from the project, or choose another file: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Remove these layers and go on</source>
        <translation>Retirer ces couches et continuer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Repair it first: Processing toolbox, “Fix geometries”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Report (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Result: {name}</source>
        <translation>Résultat : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>région</source>
        <translation>région</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Save or drop them, then clip again; or choose another file.</source>
        <translation>Enregistrez-les ou abandonnez-les, puis relancez la découpe ; ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_search.py"/>
        <source>Search for a territory</source>
        <translation>Chercher un territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Search for a territory…</source>
        <translation>Chercher un territoire…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Search for data…</source>
        <translation>Chercher une donnée…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Search for the territory that replaced it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Search in the catalogue</source>
        <translation>Chercher dans le catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Show one theme only</source>
        <translation>N’afficher qu’un thème</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Show only the layers that are ticked</source>
        <translation>N’afficher que les couches cochées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Simplify (metres, 0: exact)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/exchange.py"/>
        <location filename="../data_territoires_plugin/sources/base.py"/>
        <source>Stopped at your request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Stopped at your request. What was fetched is kept for the next try.</source>
        <translation>Arrêté à votre demande. Ce qui a été récupéré est gardé pour le prochain essai.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/transport.py"/>
        <source>Switch offline mode off in the settings of the plugin (or unset DATA_TERRITOIRES_OFFLINE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_search.py"/>
        <source>Territories found</source>
        <translation>Territoires trouvés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Territories of the kind “{kind}” are not available offline yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Territory (kind:code, several separated by commas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Territory as a polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_search.py"/>
        <source>Territory: name, INSEE or SIREN code, postal code</source>
        <translation>Territoire : nom, code INSEE ou SIREN, code postal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Territory: {name}</source>
        <translation>Territoire : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/tasks.py"/>
        <source>The algorithm failed without a word: see the log of QGIS.</source>
        <translation>L’algorithme a échoué sans dire pourquoi : voyez le journal des messages de QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/tasks.py"/>
        <source>The algorithm {id} is not there: switch the Processing plugin on, then restart QGIS.</source>
        <translation>L’algorithme {id} est absent : activez l’extension Processing, puis redémarrez QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>the attribution shows an edition that the entry does not give: add the key edition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>The authentication configuration «{id}» does not exist in this QGIS profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>The authentication configuration «{id}» is locked by QGIS&apos;s master password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>The cache can&apos;t be written.</source>
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
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>The catalogue is being read…</source>
        <translation>Lecture du catalogue…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The connection was cut on the way: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>The contour of a commune, an EPCI, a département or a région, by its code or its name: “epci:243500139”, “35238”, “Rennes Métropole”. Several are separated by commas. The result is in the legal projection of the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>The contour of {name} is not in the cache, and the plugin is offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The coordinates of the perimeter ({x}, {y}) are not those of its CRS, {crs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>The data may be changing on the server: try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>The description of “{title}” can&apos;t be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>The disk of “{folder}” is full.</source>
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
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The layer was given a wrong CRS: correct it (“Layer CRS”), don&apos;t reproject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>The layer “{name}” has no coordinate reference system: give it one (“Layer CRS”), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The limit is in Settings &gt; Options &gt; Network &gt; Timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_pages.py"/>
        <source>The network or the service is struggling: try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/outline.py"/>
        <source>The perimeter can&apos;t be brought from {source} to {target}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>The perimeter can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>The perimeter can&apos;t be written: check the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter crosses itself near {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter is wider than {km} km: its polygons lie in different parts of the world.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter lies outside France, or spreads over several of its legal coordinate systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter must be made of polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>The proxy of your network or a login page may have answered: open the address in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>The report can&apos;t be read.</source>
        <translation>Le rapport ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>The report holds the details: please send it to us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>The result must be a GeoPackage: its name ends in .gpkg.</source>
        <translation>Le résultat est un GeoPackage : son nom doit finir par .gpkg.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>The result must be a GeoPackage: “{name}” does not end in .gpkg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The service may be overloaded: try again later, or on a smaller area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>The service no longer has the layer “{layer}” of “{title}”.</source>
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
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>These territories have different legal projections: {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Tick</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Tick at least one layer.</source>
        <translation>Cochez au moins une couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Ticked</source>
        <translation>Cochées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>training kit</source>
        <translation>jeu de formation</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>try again</source>
        <translation>réessayer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Try again after: {when} (seconds, or date).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Try again later, or use a layer as the perimeter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Try on a smaller area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Try with a smaller area or file.</source>
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
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Untick</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Untick everything</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Was it moved? It is written beside the GeoPackage.</source>
        <translation>A-t-il été déplacé ? Il est écrit à côté du GeoPackage.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>What becomes of the features that cross the perimeter</source>
        <translation>Ce que deviennent les objets à cheval sur le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>What becomes of the features that cross the perimeter. As advised: buildings, parcels and addresses are kept whole, others are cut.</source>
        <translation>Ce que deviennent les objets à cheval sur le périmètre. Selon la couche : les bâtiments, les parcelles et les adresses restent entiers, les autres sont coupés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>What came of it</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/base.py"/>
        <source>What was fetched is kept: run it again to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Widens the perimeter by so many metres (narrows it when negative)</source>
        <translation>Élargit le périmètre d’autant de mètres (le rétrécit si négatif)</translation>
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
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Zoom to the perimeter</source>
        <translation>Zoomer sur le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>{area} km²</source>
        <translation>{area} km²</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{count} background</source>
        <translation>{count} fond de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{count} backgrounds</source>
        <translation>{count} fonds de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>{count} commune</source>
        <translation>{count} commune</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>{count} communes</source>
        <translation>{count} communes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>{count} feature</source>
        <translation>{count} objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>{count} features</source>
        <translation>{count} objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>{count} inhab.</source>
        <translation>{count} hab.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{count} layer</source>
        <translation>{count} couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} layer clipped in {time}</source>
        <translation>{count} couche découpée en {time}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{count} layers</source>
        <translation>{count} couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} layers clipped in {time}</source>
        <translation>{count} couches découpées en {time}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{done} layers clipped in {seconds} s, {failed} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{file}:{line}: this is not YAML: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>{name} ({id}) no longer exists: the last edition of the COG that has it is {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{name} exists: it will be replaced.</source>
        <translation>{name} existe : il sera remplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{name} has changes that are not saved: {layers}.</source>
        <translation>{name} a des modifications non enregistrées : {layers}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>{name} has no single legal projection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{name} is open in this project ({count} layer).</source>
        <translation>{name} est ouvert dans ce projet ({count} couche).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{name} is open in this project ({count} layers).</source>
        <translation>{name} est ouvert dans ce projet ({count} couches).</translation>
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
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{name}: {area} km², {count} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>{origin}, COG {year}, fetched on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>{received} of {announced}</source>
        <translation>{received} sur {announced}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: a web page came in place of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: it asks who you are, or does not accept your credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: it has moved to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>{service}: it has moved to another address; nothing was sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>{service}: it sends from one address to another without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>{service}: it sends to an address that is not secure; it was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: its certificate is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: no answer after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: no connection after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: QGIS ended the request before it was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the answer came incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the answer holds a DOCTYPE; it was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the answer is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the answer is larger than {size} MB; it was not read further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the answer is not {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>{service}: the authentication configuration «{id}» could not be applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the connection is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the connection was cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the name of this server is not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the proxy of your network asks for a user name and a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the proxy of your network can&apos;t be reached or refuses the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the request is refused (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the request is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the service is failing (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the service is not available (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the transfer failed on this computer&apos;s disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the transfer stopped; nothing came for {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: this does not exist there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: too many requests in a short time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: what was sent is too large for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: you have no right to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>{title}, {on} layers ticked of {count}</source>
        <translation>{title}, {on} couches cochées sur {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{title}: {count} invalid features could not be repaired safely and were kept whole: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{title}: {written} features ({cut} cut, {whole} kept whole across the border), {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>{written} ({announced} announced around)</source>
        <translation>{written} ({announced} annoncés alentour)</translation>
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
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{name}” can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” can&apos;t be replaced: it is open elsewhere, or read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>“{name}” can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” is open in QGIS or in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” is open in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” is read-only.</source>
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
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{path}” is a folder.</source>
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
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>“{title}” can&apos;t be clipped: the service “{service}” has no reader yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{title}” can&apos;t be selected by a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>“{title}” failed for a reason that was not foreseen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>“{title}” is not in the training kit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_pages.py"/>
        <source>“{title}”: a page did not come whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>“{title}”: {received} features came, the service announced {announced}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>“{value}” is not written as expected, for example {example}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
