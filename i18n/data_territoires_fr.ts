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
        <translation>une accolade n&apos;est pas fermée.</translation>
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
        <translation>Une commune, un EPCI, un département, une région, ou votre propre périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a list is expected: [one, two].</source>
        <translation>une liste est attendue : [un, deux].</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>A negative buffer narrows: choose a smaller one.</source>
        <translation>Un tampon négatif rétrécit : choisissez-en un plus petit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <location filename="../data_territoires_plugin/sources/places.py"/>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>A perimeter is needed.</source>
        <translation>Il faut un périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a table or a background has no geometry_column.</source>
        <translation>une table ou un fond de carte n&apos;a pas de geometry_column.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>a table without geometry: read whole</source>
        <translation>table sans géométrie : lue en entier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>A territory is written epci:243500139.</source>
        <translation>Un territoire s’écrit epci:243500139.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a text is expected.</source>
        <translation>un texte est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a whole number is expected: 10000 for 1:10 000, 0 for always.</source>
        <translation>un nombre entier est attendu : 10000 pour 1:10 000, 0 pour toujours.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a whole number is expected: the last years to read.</source>
        <translation>un nombre entier est attendu : les dernières années à lire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/clip/evolutions.py"/>
        <source>Added</source>
        <translation>Ajoutés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Admin Express has no contour for {name} ({id}).</source>
        <translation>Admin Express n’a pas de contour pour {name} ({id}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
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
        <translation>un identifiant est fait de minuscules sans accent, de chiffres et de _.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>and {count} more.</source>
        <translation>et {count} autres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>API Géo (simplified to 5 m), COG {year}, fetched on {date}</source>
        <translation>API Géo (simplifié à 5 m), COG {year}, récupéré le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>API Géo has no contour for {name} ({id}).</source>
        <translation>API Géo n’a pas de contour pour {name} ({id}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Area (m²)</source>
        <translation>Superficie (m²)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>as advised for each layer</source>
        <translation>selon la couche (conseillé)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>As advised: buildings, parcels and addresses are kept whole, the others are cut.</source>
        <translation>Selon la couche : les bâtiments, les parcelles et les adresses restent entiers, les autres objets sont coupés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Ask the administrator of the service for the right.</source>
        <translation>Demandez ce droit à l’administrateur du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>Ask the administrator of the service to raise this limit, or to allow pages.</source>
        <translation>Demandez à l’administrateur du service de relever cette limite, ou de permettre la lecture par pages.</translation>
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
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>background</source>
        <translation>fond de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>background, added to the project</source>
        <translation>fond ajouté au projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Backgrounds are added to the project; tick a layer of data too.</source>
        <translation>Les fonds de plan s’ajoutent au projet ; cochez aussi une couche de données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Backgrounds are not clipped: tick a layer of data too.</source>
        <translation>Les fonds de carte ne se découpent pas : cochez aussi une couche de données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Bring INSEE codes to another year of the COG</source>
        <translation>Amener des codes INSEE à un autre millésime du COG</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Brings the INSEE codes of a table, with or without geometry, from the communes of one year to those of another, forwards or backwards, by the movements of INSEE since 1943.

dt_code_new: the new code; empty where several are possible or none is known.
dt_movement: what happened (unchanged, merged, split, code, departement, created, suppressed, former, unknown).
dt_candidates: the possible codes, where there isn&apos;t one that is certain.

Codes that lost their leading zero (1001) are recognised. Rows are never merged nor duplicated: sum them afterwards, if they add up.</source>
        <translation>Amène les codes INSEE d’une table, avec ou sans géométrie, des communes d’une année à celles d’une autre, dans un sens ou dans l’autre, d’après les mouvements de l’INSEE depuis 1943.

dt_code_new : le nouveau code ; vide si plusieurs sont possibles ou si aucun n’est connu.
dt_movement : ce qui s’est passé (unchanged : rien ; merged : fusion ; split : scission ; code : changement de code ; departement : changement de département ; created : création ; suppressed : suppression ; former : commune déjà fusionnée ; unknown : code inconnu).
dt_candidates : les codes possibles quand aucun n’est certain.

Les codes qui ont perdu leur zéro initial (1001) sont reconnus. Les lignes ne sont ni fusionnées ni dupliquées : agrégez-les ensuite si elles s’additionnent.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>brought up to date</source>
        <translation>mise à jour</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Buffer (metres)</source>
        <translation>Tampon (mètres)</translation>
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
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>by the bounding box, cut in four where the service does not give everything at once</source>
        <translation>par le rectangle englobant, coupé en quatre là où le service ne donne pas tout d’un coup</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>by the bounding box, page after page</source>
        <translation>par le rectangle englobant, page après page</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <source>by the bounding box, row by row</source>
        <translation>par l&apos;emprise, ligne à ligne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <source>by the bounding box, then the links to the following pages</source>
        <translation>par le rectangle englobant, puis les liens vers les pages suivantes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the bounding box, through the spatial index of the file</source>
        <translation>par l’emprise, grâce à l’index spatial du fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the codes of the territory, field {field}</source>
        <translation>par les codes du territoire, champ {field}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>by the perimeter, simplified outward</source>
        <translation>par le périmètre, simplifié vers l’extérieur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Bytes read</source>
        <translation>Octets lus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Catalogue of your own (YAML)</source>
        <translation>Votre catalogue (YAML)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>Changed by you and by the source, yours is kept: {keys}. Compare, and correct by hand.</source>
        <translation>Modifiés par vous et par la source, votre version est gardée : {keys}. Comparez, puis corrigez à la main.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>Changed by you, not by the source, kept as you left them: {keys}.</source>
        <translation>Modifiés par vous et non par la source, gardés tels que vous les avez laissés : {keys}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Changes (GeoPackage)</source>
        <translation>Évolutions (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Changes in {name}</source>
        <translation>Évolutions : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>characters that could not be read: {count}</source>
        <translation>caractères illisibles : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>Check it in Settings &gt; Options &gt; Authentication.</source>
        <translation>Vérifiez-la dans Préférences &gt; Options &gt; Authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check its address in Settings &gt; Options &gt; Network &gt; Proxy.</source>
        <translation>Vérifiez son adresse dans Préférences &gt; Options &gt; Réseau &gt; Proxy.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/outline.py"/>
        <source>Check its coordinate reference system: does it lie where it should?</source>
        <translation>Vérifiez son système de coordonnées de référence : est-il au bon endroit ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Check that QGIS opens it.</source>
        <translation>Vérifiez que QGIS l’ouvre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>Check that the file is whole and that a spreadsheet opens it.</source>
        <translation>Vérifiez que le fichier est entier et qu&apos;un tableur l&apos;ouvre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>Check that the file is whole and that QGIS opens it.</source>
        <translation>Vérifiez que le fichier est complet et que QGIS l’ouvre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>Check that the file is whole and that you may read it.</source>
        <translation>Vérifiez que le fichier est complet et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>Check the address in your catalogue.</source>
        <translation>Vérifiez l’adresse dans votre catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>Check the address of the service.</source>
        <translation>Vérifiez l’adresse du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>Check the address of the service: it answers now at {url}</source>
        <translation>Vérifiez l’adresse du service : il répond désormais à {url}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Check the authentication configuration (Settings &gt; Options &gt; Authentication).</source>
        <translation>Vérifiez la configuration d’authentification (Préférences &gt; Options &gt; Authentification).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>Check the file, or ask for it again.</source>
        <translation>Vérifiez le fichier, ou demandez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Check the folder and your rights; the previous file is intact.</source>
        <translation>Vérifiez le dossier et vos droits ; le fichier précédent est intact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>Check the indentation, the colons and the quotes near that line.</source>
        <translation>Vérifiez les retraits, les deux-points et les guillemets autour de cette ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the Internet connection and the proxy (Settings &gt; Options &gt; Network), then try again.</source>
        <translation>Vérifiez la connexion à Internet et le proxy (Préférences &gt; Options &gt; Réseau), puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the Internet connection, the proxy (Settings &gt; Options &gt; Network) and the address of the service.</source>
        <translation>Vérifiez la connexion à Internet, le proxy (Préférences &gt; Options &gt; Réseau) et l’adresse du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Check the name or the code, and the address of the service.</source>
        <translation>Vérifiez le nom ou le code, et l’adresse du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>check the output.</source>
        <translation>vérifiez la sortie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Check the path of its layer.</source>
        <translation>Vérifiez le chemin de sa couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Check the path of the entry “{id}” in your catalogue.</source>
        <translation>Vérifiez le chemin de la couche « {id} » dans votre catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the room left on the disk of the temporary folder.</source>
        <translation>Vérifiez la place libre sur le disque du dossier temporaire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>Choose a coordinate reference system yourself.</source>
        <translation>Choisissez vous-même un système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>Choose a file of a smaller territory.</source>
        <translation>Choisissez le fichier d&apos;un territoire plus petit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <source>Choose a GeoPackage made by “{algorithm}”.</source>
        <translation>Choisissez un GeoPackage produit par « {algorithm} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose a layer or a selection that has at least one polygon.</source>
        <translation>Choisissez une couche ou une sélection qui contient au moins un polygone.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/places.py"/>
        <source>Choose a territory (commune, EPCI, département) instead of a drawing, or try again later.</source>
        <translation>Choisissez un territoire (commune, EPCI, département) plutôt qu&apos;un dessin, ou réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/plugin.py"/>
        <source>Choose a territory and clip the reference layers of the country to it</source>
        <translation>Choisir un territoire et y découper les couches de référence du pays</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Choose a territory first.</source>
        <translation>Choisissez d’abord un territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Choose a territory or a perimeter, one of the two.</source>
        <translation>Choisissez un territoire ou un périmètre, l’un des deux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose a territory or a polygon that covers some ground.</source>
        <translation>Choisissez un territoire ou un polygone qui couvre une surface.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/migration.py"/>
        <source>Choose a year in between.</source>
        <translation>Choisissez une année dans cet intervalle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose another file, or ask for the right to write it.</source>
        <translation>Choisissez un autre fichier, ou demandez le droit d’y écrire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Choose another territory</source>
        <translation>Choisir un autre territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>Choose or create one in Settings &gt; Options &gt; Authentication.</source>
        <translation>Choisissez-en une ou créez-la dans Préférences &gt; Options &gt; Authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose the CRS of the result yourself, or clip one territory at a time.</source>
        <translation>Choisissez vous-même le SCR du résultat, ou découpez un territoire à la fois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Choose the field of the INSEE codes.</source>
        <translation>Choisissez le champ des codes INSEE.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose the name of a file.</source>
        <translation>Choisissez un nom de fichier.</translation>
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
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Clip reference layers to a territory</source>
        <translation>Découper des couches de référence selon un territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Clip several layers to a perimeter</source>
        <translation>Découper plusieurs couches selon un périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <source>Clip the layers again with “{algorithm}”.</source>
        <translation>Redécoupez ces couches avec « {algorithm} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>clipped</source>
        <translation>découpée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Clipped GeoPackage</source>
        <translation>GeoPackage découpé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Clipping {name}…</source>
        <translation>Découpe de {name}…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Clips any vector layers to polygons, all at once, into one GeoPackage, one table per layer, each in its own CRS. Features entirely inside are copied untouched; invalid ones never stop a layer; a table without geometry is copied whole.</source>
        <translation>Découpe d’un coup des couches vecteur quelconques selon des polygones, dans un seul GeoPackage, une table par couche, chacune dans son SCR. Les objets entièrement à l’intérieur sont copiés tels quels ; un objet invalide n’arrête jamais une couche ; une table sans géométrie est copiée en entier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Close it in QGIS and other programs, or choose another file: the previous one is intact.</source>
        <translation>Fermez-le dans QGIS et les autres programmes, ou choisissez un autre fichier : le précédent est intact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Close it there, or choose another file: nothing was changed.</source>
        <translation>Fermez-le dans ce programme, ou choisissez un autre fichier : rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>codes of {column} that got their leading zero back: {count}</source>
        <translation>codes de {column} qui ont retrouvé leur zéro initial : {count}</translation>
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
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Columns of yours, kept: {names}.</source>
        <translation>Colonnes ajoutées par vous, gardées : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <source>Columns such as lon and lat, x and y, or a geometry in WKT are recognised; name others in the key geometry_column of the catalogue (“x,y” for two).</source>
        <translation>Les colonnes comme lon et lat, x et y, ou une géométrie en WKT sont reconnues ; nommez les autres dans la clé geometry_column du catalogue (« x,y » s&apos;il y en a deux).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>commune</source>
        <translation>commune</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>coordinates in {columns}</source>
        <translation>coordonnées dans {columns}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/part.py"/>
        <source>Copy it again, or save it anew from QGIS.</source>
        <translation>Copiez-le à nouveau, ou enregistrez-le de nouveau depuis QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>Correct or remove DATA_TERRITOIRES_ENDPOINTS, or the setting of the plugin that names this file.</source>
        <translation>Corrigez ou retirez DATA_TERRITOIRES_ENDPOINTS, ou le réglage de l’extension qui désigne ce fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>Correct the catalogue file, then load it again.</source>
        <translation>Corrigez le fichier de catalogue, puis chargez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>could not be checked, kept as it was</source>
        <translation>n’a pas pu être vérifiée, gardée telle quelle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>CRS (that of the law where empty)</source>
        <translation>SCR (la projection légale si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Cut</source>
        <translation>Découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>cut at the perimeter</source>
        <translation>couper au périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>data.gouv.fr did not tell its newest file ({reason}): the one of the catalogue</source>
        <translation>data.gouv.fr n&apos;a pas indiqué son fichier le plus récent ({reason}) : celui du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>decimal comma</source>
        <translation>virgule décimale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>delegated commune</source>
        <translation>commune déléguée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/words.py"/>
        <source>Did you mean {names}?</source>
        <translation>Vouliez-vous dire {names} ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>Do them one after the other, or choose a coordinate reference system yourself.</source>
        <translation>Traitez-les l’un après l’autre, ou choisissez vous-même un système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Does the recipe inside a clipped GeoPackage again. Each source is first asked whether anything has changed: a layer that has not costs one small request. The others are read again and compared, feature by feature; the tables receive the differences, and a GeoPackage of changes and a report are written beside.

What you have added is kept: columns, rows, and the values that you have changed since the last refresh. The previous file is kept beside (.avant.gpkg) until the next refresh.
OUTPUT: in place where empty.</source>
        <translation>Refait la recette contenue dans un GeoPackage découpé. Chaque source est d’abord interrogée : une couche qui n’a pas changé ne coûte qu’une petite requête. Les autres sont relues et comparées objet par objet ; les tables reçoivent les différences, et un GeoPackage des évolutions et un rapport sont écrits à côté.

Ce que vous avez ajouté est gardé : colonnes, lignes, et valeurs modifiées depuis la dernière mise à jour. Le fichier précédent est conservé à côté (.avant.gpkg) jusqu’à la mise à jour suivante.
OUTPUT : sur place si ce champ est vide.</translation>
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
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>EPCI</source>
        <translation>EPCI</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>everything is read again, as asked</source>
        <translation>tout est relu, comme demandé</translation>
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
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Features added</source>
        <translation>Objets ajoutés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Features added: {added}, removed: {removed}, modified: {modified}.</source>
        <translation>Objets ajoutés : {added}, supprimés : {removed}, modifiés : {modified}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>features announced: {now}, {before} before</source>
        <translation>objets annoncés : {now}, {before} auparavant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Features modified</source>
        <translation>Objets modifiés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Features removed</source>
        <translation>Objets supprimés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Features that cross the perimeter</source>
        <translation>Objets qui traversent le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Features written</source>
        <translation>Objets écrits</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/assemble.py"/>
        <source>Fetched on {date} from {source} ({way}), clipped to {territory} ({mode}). Features received: {received}; written: {written}; cut: {cut}.</source>
        <translation>Récupéré le {date} depuis {source} ({way}), découpé selon {territory} ({mode}). Objets reçus : {received} ; écrits : {written} ; coupés : {cut}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Fetches the layers of the catalogue around a territory, clips them, and writes them with their styles, metadata and licences into one GeoPackage, with the recipe that allows it to be done again.

LAYERS: ids of the catalogue separated by commas (bdtopo_batiment,cadastre_parcelle), a theme, or “recommended”.
CUT: “entry” leaves each layer its own way (buildings, parcels and addresses are kept whole), “cut” cuts at the perimeter, “whole” keeps the features that cross it whole, “within” keeps only those entirely inside.
A layer that fails does not stop the others: the counts and the report tell which, and why.</source>
        <translation>Récupère les couches du catalogue autour d’un territoire, les découpe et les écrit avec leurs styles, leurs métadonnées et leurs licences dans un seul GeoPackage, avec la recette qui permet de recommencer.

LAYERS : identifiants du catalogue séparés par des virgules (bdtopo_batiment,cadastre_parcelle), un thème, ou « recommended » (les couches recommandées).
CUT : « entry » laisse à chaque couche son mode (bâtiments, parcelles et adresses restent entiers), « cut » coupe au périmètre, « whole » garde entiers les objets qui le traversent, « within » ne garde que ceux qui sont entièrement à l’intérieur.
Une couche qui échoue n’arrête pas les autres : les décomptes et le rapport disent laquelle, et pourquoi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Field of INSEE codes</source>
        <translation>Champ des codes INSEE</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Fields modified</source>
        <translation>Champs modifiés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>File of the result</source>
        <translation>Fichier du résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>files of a wider territory: those of the communes would be too many</source>
        <translation>fichiers d&apos;un territoire plus large : ceux des communes seraient trop nombreux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>files of the communes of the territory: {count}</source>
        <translation>fichiers des communes du territoire : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>files read: {count}</source>
        <translation>fichiers lus : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Free some disk space, or set another cache folder (DATA_TERRITOIRES_CACHE).</source>
        <translation>Libérez de l’espace disque, ou choisissez un autre dossier de cache (DATA_TERRITOIRES_CACHE).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From a layer</source>
        <translation>Depuis une couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>From the COG {start} to that of {end}: rows with a certain code: {migrated}, without: {unresolved}.</source>
        <translation>Du COG {start} à celui de {end} : lignes au code certain : {migrated}, sans code certain : {unresolved}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From the selected features</source>
        <translation>Depuis les objets sélectionnés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From the {count} selected feature</source>
        <translation>Depuis {count} objet sélectionné</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>From the {count} selected features</source>
        <translation>Depuis les {count} objets sélectionnés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>GeoPackage (in place where empty)</source>
        <translation>GeoPackage (vide : sur place)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>GeoPackage of the result</source>
        <translation>GeoPackage du résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Give one to its layer: right click, “Layer CRS”, then try again.</source>
        <translation>Donnez-en un à sa couche : clic droit, « SCR de la couche », puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>Give the ids of layers, a theme, or “recommended”.</source>
        <translation>Donnez des identifiants de couches, un thème, ou « recommended » (les couches conseillées).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Give them in Settings &gt; Options &gt; Network &gt; Proxy.</source>
        <translation>Renseignez-les dans Préférences &gt; Options &gt; Réseau &gt; Proxy.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Go online once for this territory: its contour will then stay usable offline.</source>
        <translation>Connectez-vous une fois pour ce territoire : son contour restera ensuite utilisable hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>Gone from the source, kept because you wrote in it: {keys}.</source>
        <translation>Disparus de la source, gardés parce que vous les avez complétés : {keys}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>Grown since, beyond its limits: {list}. Use the territory of today, or a layer of your own.</source>
        <translation>Agrandies depuis, au-delà de ses limites : {list}. Prenez le territoire d’aujourd’hui, ou votre propre couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>If the proxy of your network rewrites certificates, add its authority in Settings &gt; Options &gt; Authentication &gt; Manage Certificates &gt; Authorities.</source>
        <translation>Si le proxy de votre réseau réécrit les certificats, ajoutez son autorité dans Préférences &gt; Options &gt; Authentification &gt; Gérer les certificats &gt; Autorités.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>In a batch, name the file that contains it in QGIS_AUTH_PASSWORD_FILE.</source>
        <translation>Dans un traitement par lot, indiquez dans QGIS_AUTH_PASSWORD_FILE le fichier qui le contient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>It is no longer in the catalogue: kept as it was.</source>
        <translation>Elle n’est plus au catalogue : gardée telle quelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>It is not your doing: try again later.</source>
        <translation>Vous n’y êtes pour rien : réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>It must be a text file in UTF-8.</source>
        <translation>Ce doit être un fichier texte en UTF-8.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>It must be JSON, one name and one address per service: {{&quot;api_geo&quot;: &quot;https://…&quot;}}</source>
        <translation>Il doit être en JSON, un nom et une adresse par service : {{&quot;api_geo&quot;: &quot;https://…&quot;}}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>it was not in the file</source>
        <translation>elle n’était pas dans le fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>It was replaced by: {list}.</source>
        <translation>Remplacé par : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>It will be replaced.</source>
        <translation>Le fichier sera remplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Its code may have changed this year: search it by name.</source>
        <translation>Son code a peut-être changé cette année : cherchez-le par son nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>Its layers: {names}.</source>
        <translation>Ses couches : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>Its name may have changed: update the extension or its catalogue.</source>
        <translation>Son nom a peut-être changé : mettez à jour l’extension ou son catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>Its name will be checked with the service before it is read.</source>
        <translation>Son nom sera vérifié auprès du service avant la lecture.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>Its tables: {names}.</source>
        <translation>Ses tables : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>keep features whole</source>
        <translation>garder les objets entiers</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Keep the polygons of one territory, and clip the others separately.</source>
        <translation>Gardez les polygones d’un seul territoire, et découpez les autres à part.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>kept as it was</source>
        <translation>gardée telle quelle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolutions.py"/>
        <source>Kept as you left them</source>
        <translation>Gardés tels que vous les avez laissés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>keys and values are expected: {{commune: code_insee}}.</source>
        <translation>des clés et des valeurs sont attendues : {{commune: code_insee}}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>Known: {names}.</source>
        <translation>Connus : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>layer: the address “{value}” is not written as expected, for example {example}.</source>
        <translation>layer : l’adresse « {value} » n’est pas écrite comme attendu, par exemple {example}.</translation>
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
        <translation>Couches (identifiants, thème ou « recommended »)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers clipped</source>
        <translation>Couches découpées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers clipped: {done}, failed: {failed}, in {seconds} s.</source>
        <translation>Couches découpées : {done}, en échec : {failed}, en {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Layers that failed</source>
        <translation>Couches en échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Layers unchanged</source>
        <translation>Couches inchangées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>Leave this layer out, or update the extension.</source>
        <translation>Retirez cette couche, ou mettez à jour l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Licence and mention</source>
        <translation>Licence et mention</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>Licence: {name}</source>
        <translation>Licence : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Lines and points need a buffer first.</source>
        <translation>Les lignes et les points ont d’abord besoin d’un tampon.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>live service</source>
        <translation>flux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>local layer</source>
        <translation>couche locale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>made on {date}</source>
        <translation>le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Maintenance or overload: try again later.</source>
        <translation>Maintenance ou surcharge : réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>Make room or choose another disk: the previous file is intact, and what was fetched is kept.</source>
        <translation>Libérez de la place ou choisissez un autre disque : le fichier précédent est intact, et ce qui a été récupéré est conservé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Metres</source>
        <translation>Mètres</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Migrated table</source>
        <translation>Table migrée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Modified</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolutions.py"/>
        <source>Modified in attributes</source>
        <translation>Attributs modifiés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolutions.py"/>
        <source>Modified in geometry</source>
        <translation>Géométrie modifiée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>most recent modification: {now}, {before} before</source>
        <translation>dernière modification : {now}, {before} auparavant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>municipal arrondissement</source>
        <translation>arrondissement municipal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Name the file of the result.</source>
        <translation>Donnez un nom au fichier du résultat.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>Nearest names: {names}.</source>
        <translation>Noms les plus proches : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Nearest: {list}.</source>
        <translation>Les plus proches : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>new in the file</source>
        <translation>nouvelle dans le fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>newest file of the data set: {title}</source>
        <translation>fichier le plus récent du jeu de données : {title}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>No commune has the code {code} any more in the COG {edition}.</source>
        <translation>Plus aucune commune n’a le code {code} dans le COG {edition}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>no file for {count} of them: {names}</source>
        <translation>pas de fichier pour {count} : {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>No layer answers. Try another word, or show all the themes.</source>
        <translation>Aucune couche ne répond. Essayez un autre mot, ou affichez tous les thèmes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>No layer could be clipped.</source>
        <translation>Aucune couche n’a pu être découpée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>No layer of “{name}” could be refreshed: {reasons}</source>
        <translation>Aucune couche de « {name} » n’a pu être mise à jour : {reasons}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>No layer was asked for.</source>
        <translation>Aucune couche n&apos;est demandée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>No service is called «{name}».</source>
        <translation>Aucun service ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>No territory is named.</source>
        <translation>Aucun territoire n’est indiqué.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>No vector layer to clip: choose at least one.</source>
        <translation>Aucune couche vecteur à découper : choisissez-en au moins une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>None of the {count} layers could be clipped: {reasons}</source>
        <translation>Aucune des {count} couches n’a pu être découpée : {reasons}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Not added to the project: its service does not answer.</source>
        <translation>Pas ajouté au projet : son service ne répond pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Nothing can be written in “{folder}”.</source>
        <translation>Rien ne peut être écrit dans « {folder} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Nothing is left of the perimeter with a buffer of {metres} m.</source>
        <translation>Il ne reste rien du périmètre avec un tampon de {metres} m.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/transport.py"/>
        <source>Nothing is sent: the plugin is offline.</source>
        <translation>Rien n’est envoyé : l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Nothing to clip: the layers chosen are backgrounds.</source>
        <translation>Rien à découper : les couches choisies sont des fonds de plan.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>Nothing was changed: make room, or check the folder and your rights, then try again.</source>
        <translation>Rien n’a été modifié : faites de la place, ou vérifiez le dossier et vos droits, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Nothing was made: the previous file, if there was one, is intact.</source>
        <translation>Rien n’a été produit : le fichier précédent, s’il existait, est intact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Number of communes</source>
        <translation>Nombre de communes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>On the land of the training kit, only its own layers can be clipped: leave this one out.</source>
        <translation>Sur le territoire du jeu de formation, seules ses propres couches peuvent être découpées : retirez celle-ci.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>only inside</source>
        <translation>seulement à l’intérieur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Open it in QGIS, set its CRS, and save it again (a Shapefile needs its .prj).</source>
        <translation>Ouvrez-le dans QGIS, définissez son SCR et enregistrez-le à nouveau (un Shapefile a besoin de son .prj).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Opening the backgrounds</source>
        <translation>Ouverture des fonds de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>options are for a background (geometry: raster) or for files (service: file).</source>
        <translation>les options sont pour un fond de carte (geometry: raster) ou pour des fichiers (service: file).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>or perimeter (polygons)</source>
        <translation>ou périmètre (polygones)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Other codes without a certain one: {count}.</source>
        <translation>Autres codes sans correspondance certaine : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Other ways to choose the perimeter</source>
        <translation>Autres façons de choisir le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Outcome</source>
        <translation>Résultat</translation>
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
        <translation>périmètre propre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Perimeter</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Perimeter (polygons)</source>
        <translation>Périmètre (polygones)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Perimeter of your own</source>
        <translation>Autre périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Possible kinds: {kinds}.</source>
        <translation>Types possibles : {kinds}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Possible kinds: {kinds}. Or clip with a polygon layer of your own.</source>
        <translation>Types possibles : {kinds}. Ou découpez avec votre propre couche de polygones.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Previous state (GeoPackage)</source>
        <translation>État précédent (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
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
        <translation>Le système d’authentification de QGIS est désactivé : la configuration « {id} » est inutilisable.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Read every layer again</source>
        <translation>Relire toutes les couches</translation>
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
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Recent territories</source>
        <translation>Territoires récents</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Recent territories, or a perimeter of your own: from a layer, or drawn</source>
        <translation>Territoires récents, ou votre propre périmètre : une couche, un dessin</translation>
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
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Refresh a clipped GeoPackage</source>
        <translation>Mettre à jour un GeoPackage découpé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Remove its layers from the project, or choose another file: nothing was changed.</source>
        <translation>Retirez ses couches du projet, ou choisissez un autre fichier : rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Remove these layers and go on</source>
        <translation>Retirer ces couches et continuer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/clip/evolutions.py"/>
        <source>Removed</source>
        <translation>Supprimés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Repair it first: Processing toolbox, “Fix geometries”.</source>
        <translation>Réparez-le d’abord : boîte à outils de traitements, « Réparer les géométries ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Report (HTML)</source>
        <translation>Rapport (HTML)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Report (JSON)</source>
        <translation>Rapport (JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Result: {name}</source>
        <translation>Résultat : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows in {crs}, recognised by their values: {count}</source>
        <translation>lignes en {crs}, reconnues à leurs valeurs : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>Rows of yours that have the key of a feature added by the source: {keys}.</source>
        <translation>Lignes ajoutées par vous qui portent l’identifiant d’un objet ajouté par la source : {keys}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Rows of yours, kept.</source>
        <translation>Lignes ajoutées par vous, gardées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Rows with a certain code</source>
        <translation>Lignes au code certain</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows with a geometry of another kind, left out: {count} of {rows}</source>
        <translation>lignes dont la géométrie est d&apos;un autre type, laissées de côté : {count} sur {rows}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows with latitude and longitude exchanged, put right: {count}</source>
        <translation>lignes dont la latitude et la longitude étaient inversées, remises à l&apos;endroit : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows with more or fewer values than the header: {count} of {rows}</source>
        <translation>lignes qui ont plus ou moins de valeurs que l&apos;en-tête : {count} sur {rows}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Rows without a certain code</source>
        <translation>Lignes sans code certain</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows without usable coordinates: {count} of {rows}</source>
        <translation>lignes sans coordonnées utilisables : {count} sur {rows}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <source>Run it again: they are looked for in the data.</source>
        <translation>Relancez : elles seront cherchées dans les données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>région</source>
        <translation>région</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>same edition, same number of features</source>
        <translation>même millésime, même nombre d’objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>same number of features, same most recent modification</source>
        <translation>même nombre d’objets, même date de dernière modification</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/files.py"/>
        <source>Save it in another format (GeoPackage, CSV), and name that file in the catalogue.</source>
        <translation>Enregistrez-le dans un autre format (GeoPackage, CSV), et nommez ce fichier dans le catalogue.</translation>
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
        <translation>Recherchez le territoire qui l’a remplacé.</translation>
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
        <translation>Simplifier (mètres, 0 : exact)</translation>
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
        <translation>Arrêté à votre demande.</translation>
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
        <translation>Désactivez le mode hors ligne dans les réglages de l’extension (ou retirez DATA_TERRITOIRES_OFFLINE).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>Switch offline mode off, or choose the territory of the training kit.</source>
        <translation>Désactivez le mode hors ligne, ou choisissez le territoire du jeu de formation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>tabulations</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>Take |member=… out of the catalogue.</source>
        <translation>Retirez |member=… du catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_search.py"/>
        <source>Territories found</source>
        <translation>Territoires trouvés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Territories of the kind “{kind}” are not available offline yet.</source>
        <translation>Les territoires de type « {kind} » ne sont pas encore disponibles hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Territory (kind:code, several separated by commas)</source>
        <translation>Territoire (type:code, plusieurs séparés par des virgules)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Territory as a polygon</source>
        <translation>Territoire en polygone</translation>
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
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>text in {encoding} separated by {separator}</source>
        <translation>texte en {encoding}, séparateur {separator}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_collection.py"/>
        <source>The address of a collection ends with /collections/name; check it in a browser.</source>
        <translation>L’adresse d’une collection finit par /collections/nom ; vérifiez-la dans un navigateur.</translation>
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
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>The archive has no “{member}”.</source>
        <translation>L&apos;archive ne contient pas « {member} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>The archive holds several files: the entry must name one.</source>
        <translation>L&apos;archive contient plusieurs fichiers : la couche doit en nommer un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>The archive “{name}” is not whole, or can&apos;t be opened.</source>
        <translation>L&apos;archive « {name} » n&apos;est pas entière, ou ne s&apos;ouvre pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>the attribution shows an edition that the entry does not give: add the key edition.</source>
        <translation>l&apos;attribution affiche un millésime que la couche ne donne pas : ajoutez la clé edition.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>The authentication configuration «{id}» does not exist in this QGIS profile.</source>
        <translation>La configuration d’authentification « {id} » n’existe pas dans ce profil de QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>The authentication configuration «{id}» is locked by QGIS&apos;s master password.</source>
        <translation>La configuration d’authentification « {id} » est verrouillée par le mot de passe principal de QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>The cache can&apos;t be written.</source>
        <translation>Le cache ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>The catalogue file {file} can&apos;t be read.</source>
        <translation>Le fichier de catalogue {file} ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The catalogue has no layer or theme “{name}”.</source>
        <translation>Le catalogue n&apos;a ni couche ni thème « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The catalogue has no layer “{name}”.</source>
        <translation>Le catalogue n&apos;a pas de couche « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The catalogue has no theme “{name}”.</source>
        <translation>Le catalogue n&apos;a pas de thème « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>The catalogue is being read…</source>
        <translation>Lecture du catalogue…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <location filename="../data_territoires_plugin/sources/downloads.py"/>
        <source>The connection was cut on the way: try again.</source>
        <translation>La connexion a été coupée en route : réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>The contour of a commune, an EPCI, a département or a région, by its code or its name: “epci:243500139”, “35238”, “Rennes Métropole”. Several are separated by commas and make one polygon. The result is in the legal projection of the place, unless another one is chosen.</source>
        <translation>Le contour d’une commune, d’un EPCI, d’un département ou d’une région, par son code ou son nom : « epci:243500139 », « 35238 », « Rennes Métropole ». Plusieurs, séparés par des virgules, font un seul polygone. Le résultat est dans la projection légale du lieu, sauf si une autre est choisie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>the contour of the territory has changed</source>
        <translation>le contour du territoire a changé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>The contour of {name} in {year} can&apos;t be made from the communes of today.</source>
        <translation>Le contour de {name} en {year} ne peut pas être reconstitué à partir des communes d’aujourd’hui.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>The contour of {name} is not in the cache, and the plugin is offline.</source>
        <translation>Le contour de {name} n’est pas dans le cache, et l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The coordinate reference system is no longer the same.</source>
        <translation>Le système de coordonnées n’est plus le même.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The coordinates of the perimeter ({x}, {y}) are not those of its CRS, {crs}.</source>
        <translation>Les coordonnées du périmètre ({x}, {y}) ne sont pas celles de son SCR, {crs}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>The data may be changing on the server: try again in a few minutes.</source>
        <translation>Les données changent peut-être sur le serveur : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/datagouv.py"/>
        <source>the data set has no such file any more</source>
        <translation>le jeu de données n&apos;a plus de tel fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>The description of “{title}” can&apos;t be understood.</source>
        <translation>La description de « {title} » est incompréhensible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>The disk of “{folder}” is full.</source>
        <translation>Le disque de « {folder} » est plein.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>The field “{name}” holds no code of a commune, such as 35238 (first value: {value}).</source>
        <translation>Le champ « {name} » ne contient aucun code de commune, comme 35238 (première valeur : {value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the file has been written since the clip</source>
        <translation>le fichier a été modifié depuis la découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the file has not changed since the clip</source>
        <translation>le fichier n’a pas changé depuis la découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>The file of the services&apos; addresses can&apos;t be read: {path}</source>
        <translation>Le fichier des adresses des services est illisible : {path}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>The file of the services&apos; addresses is not valid: {path}</source>
        <translation>Le fichier des adresses des services n’est pas valide : {path}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The kind of geometry is no longer the same.</source>
        <translation>Le type de géométrie n’est plus le même.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the layer bears no date of modification: read again and compared</source>
        <translation>la couche ne porte pas de date de modification : relue et comparée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The layer was given a wrong CRS: correct it (“Layer CRS”), don&apos;t reproject.</source>
        <translation>La couche a reçu un mauvais SCR : corrigez-le (« SCR de la couche »), sans reprojeter.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>The layer “{name}” has no coordinate reference system: give it one (“Layer CRS”), then try again.</source>
        <translation>La couche « {name} » n’a pas de système de coordonnées de référence : donnez-lui en un (« SCR de la couche »), puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The limit is in Settings &gt; Options &gt; Network &gt; Timeout.</source>
        <translation>Le délai se règle dans Préférences &gt; Options &gt; Réseau &gt; Délai d’attente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>The log holds the details: please send them to us.</source>
        <translation>Le journal contient les détails : merci de nous les envoyer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/migration.py"/>
        <source>The movements of the communes are known from {first} to {last}, not in {year}.</source>
        <translation>Les mouvements des communes sont connus de {first} à {last}, pas en {year}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_pages.py"/>
        <source>The network or the service is struggling: try again in a few minutes.</source>
        <translation>Le réseau ou le service est à la peine : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/outline.py"/>
        <source>The perimeter can&apos;t be brought from {source} to {target}.</source>
        <translation>Le périmètre ne peut pas passer de {source} à {target}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>The perimeter can&apos;t be read.</source>
        <translation>Le périmètre ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>The perimeter can&apos;t be written: check the output.</source>
        <translation>Le périmètre ne peut pas être écrit : vérifiez la sortie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter crosses itself near {x}, {y}.</source>
        <translation>Le périmètre se recoupe lui-même près de {x}, {y}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter has no coordinate reference system.</source>
        <translation>Le périmètre n’a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter is empty.</source>
        <translation>Le périmètre est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter is wider than {km} km: its polygons lie in different parts of the world.</source>
        <translation>Le périmètre dépasse {km} km de large : ses polygones sont dans des parties différentes du monde.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter lies outside France, or spreads over several of its legal coordinate systems.</source>
        <translation>Le périmètre est hors de France, ou s’étend sur plusieurs de ses projections légales.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/places.py"/>
        <source>The perimeter meets no commune.</source>
        <translation>Le périmètre ne rencontre aucune commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The perimeter must be made of polygons.</source>
        <translation>Le périmètre doit être fait de polygones.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>The producer may not cover it: see the description of the layer.</source>
        <translation>Le producteur ne le couvre peut-être pas : voyez la description de la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>The proxy of your network or a login page may have answered: open the address in a browser.</source>
        <translation>Le proxy de votre réseau ou une page de connexion a sans doute répondu : ouvrez l’adresse dans un navigateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the question got no answer: {error}</source>
        <translation>la question est restée sans réponse : {error}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>The report can&apos;t be read.</source>
        <translation>Le rapport ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>The result must be a GeoPackage: its name ends in .gpkg.</source>
        <translation>Le résultat est un GeoPackage : son nom doit finir par .gpkg.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>The result must be a GeoPackage: “{name}” does not end in .gpkg.</source>
        <translation>Le résultat doit être un GeoPackage : « {name} » ne se termine pas par .gpkg.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>The same land today: {list}.</source>
        <translation>Les mêmes terres aujourd’hui : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <source>The service does not know its own address: tell its administrator.</source>
        <translation>Le service ne connaît pas sa propre adresse : signalez-le à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The service may be overloaded: try again later, or on a smaller area.</source>
        <translation>Le service est peut-être surchargé : réessayez plus tard, ou sur une zone plus petite.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <source>The service mistakes its coordinate reference system: tell its administrator.</source>
        <translation>Le service se trompe de système de coordonnées : signalez-le à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>The service no longer has the layer “{layer}” of “{title}”.</source>
        <translation>Le service n’a plus la couche « {layer} » de « {title} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>The services have no contour of {name} in {year}: it changed since.</source>
        <translation>Les services ne diffusent pas le contour de {name} en {year} : ce territoire a changé depuis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The source has a new column: “{name}”.</source>
        <translation>La source a une nouvelle colonne : « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The source no longer has the column “{name}”: it is kept with its last values.</source>
        <translation>La source n’a plus la colonne « {name} » : elle est gardée avec ses dernières valeurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>The table can&apos;t be written: {error}</source>
        <translation>La table ne peut pas être écrite : {error}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>The table has no field “{name}”: choose the one that holds the INSEE codes.</source>
        <translation>La table n’a pas de champ « {name} » : choisissez celui des codes INSEE.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>The ten largest changes</source>
        <translation>Les dix plus grandes évolutions</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The type of the column “{name}” is now {new}, it was {old}.</source>
        <translation>La colonne « {name} » est maintenant de type {new}, elle était de type {old}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>the value is empty.</source>
        <translation>la valeur est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>The {asked} edition of the COG is not available: only those from {first} to {last} are.</source>
        <translation>Le millésime {asked} du COG n’est pas disponible : seuls ceux de {first} à {last} le sont.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>These territories have different legal projections: {list}.</source>
        <translation>Ces territoires n’ont pas la même projection légale : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/tasks.py"/>
        <source>This failed for a reason that was not foreseen: {reason}. The log of QGIS holds the details.</source>
        <translation>Échec pour une raison imprévue : {reason}. Le journal des messages de QGIS en dit plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <source>This GeoPackage was clipped from layers of a project: it has no source to be asked again.</source>
        <translation>Ce GeoPackage vient de couches d’un projet : il n’a pas de source à interroger de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>this source does not tell what has changed</source>
        <translation>cette source ne dit pas ce qui a changé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>those that the perimeter meets</source>
        <translation>celles que le périmètre rencontre</translation>
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
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>To look at</source>
        <translation>À regarder</translation>
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
        <translation>Réessayez après : {when} (secondes, ou date).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Try again later, or use a layer as the perimeter.</source>
        <translation>Réessayez plus tard, ou prenez une couche comme périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>Try again: it is then fetched anew. An archive with a password can&apos;t be read.</source>
        <translation>Réessayez : elle sera téléchargée de nouveau. Une archive protégée par un mot de passe ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Try on a smaller area.</source>
        <translation>Réessayez sur une zone plus petite.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Try with a smaller area or file.</source>
        <translation>Réessayez avec une zone ou un fichier plus petit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>unchanged</source>
        <translation>inchangée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>unknown key “{name}”.</source>
        <translation>clé inconnue « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>unknown value “{value}”.</source>
        <translation>valeur inconnue « {value} ».</translation>
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
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>Use its commune, or a layer of your own as the perimeter.</source>
        <translation>Prenez sa commune, ou votre propre couche comme périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Wait a minute, then try again.</source>
        <translation>Patientez une minute, puis réessayez.</translation>
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
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>What becomes of the features that cross the perimeter</source>
        <translation>Ce que deviennent les objets à cheval sur le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>What came of it</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/base.py"/>
        <source>What was fetched is kept: run it again to go on from there.</source>
        <translation>Ce qui a été récupéré est conservé : relancez pour reprendre où vous en étiez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Widens the perimeter by so many metres (narrows it when negative)</source>
        <translation>Élargit le périmètre d’autant de mètres (le rétrécit si négatif)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Width of what was added or removed, distance of what has moved, in metres.</source>
        <translation>Étendue de ce qui est ajouté ou supprimé, déplacement de ce qui a bougé, en mètres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write kind:code, for instance epci:243500139 or commune:35238; several are separated by commas.</source>
        <translation>Écrivez type:code, par exemple epci:243500139 ou commune:35238 ; séparez-en plusieurs par des virgules.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write one of: {list}.</source>
        <translation>Écrivez l’un de ceux-ci : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/files.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Write {path}|layername=… with one of: {names}.</source>
        <translation>Écrivez {path}|layername=… avec l&apos;une de : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write {text} without “@{asked}”.</source>
        <translation>Écrivez {text} sans « @{asked} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>Write |member=… with one of: {names}.</source>
        <translation>Écrivez |member=… avec l&apos;un de : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Year of the codes (1 January)</source>
        <translation>Année des codes (au 1er janvier)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Year to bring them to</source>
        <translation>Année voulue</translation>
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
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>{code}: not a commune of the COG {start}, nor of an earlier one. Rows: {rows}.</source>
        <translation>{code} : ce n’est pas une commune du COG {start}, ni d’un millésime antérieur. Lignes : {rows}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>{code}: several communes are possible, or only a part of one: {candidates}. Rows: {rows}.</source>
        <translation>{code} : plusieurs communes sont possibles, ou une partie seulement de l’une d’elles : {candidates}. Lignes : {rows}.</translation>
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
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{file}:{line}: this is not YAML: {cause}.</source>
        <translation>{file}:{line} : ce n&apos;est pas du YAML : {cause}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>{name} ({id}) is no longer a part of a commune: its contour is not to be had.</source>
        <translation>{name} ({id}) n’est plus une partie de commune : son contour n’est plus diffusé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>{name} ({id}) no longer exists: the last edition of the COG that has it is {last}.</source>
        <translation>{name} ({id}) n’existe plus : le dernier millésime du COG où il figure est {last}.</translation>
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
        <translation>{name} n’a pas de projection légale unique.</translation>
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
        <translation>{name} : déjà donné à la ligne {line}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: another file already has this id.</source>
        <translation>{name} : un autre fichier porte déjà cet identifiant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: keys and values are expected.</source>
        <translation>{name} : des clés et des valeurs sont attendues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: the key “{key}” is missing.</source>
        <translation>{name} : la clé « {key} » manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{name}: {area} km². Layers to clip: {count}.</source>
        <translation>{name} : {area} km². Couches à découper : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>{origin}, COG {year}, fetched on {date}</source>
        <translation>{origin}, COG {year}, récupéré le {date}</translation>
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
        <translation>{service} : une page web est arrivée à la place des données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: it asks who you are, or does not accept your credentials.</source>
        <translation>{service} : le service demande une authentification, ou refuse vos identifiants.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: it has moved to another address.</source>
        <translation>{service} : le service a changé d’adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>{service}: it has moved to another address; nothing was sent there.</source>
        <translation>{service} : le service a changé d’adresse ; rien n’a été envoyé à la nouvelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>{service}: it sends from one address to another without end.</source>
        <translation>{service} : le service renvoie sans fin d’une adresse à une autre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/redirects.py"/>
        <source>{service}: it sends to an address that is not secure; it was not followed.</source>
        <translation>{service} : le service renvoie vers une adresse non sécurisée ; elle n’a pas été suivie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: its certificate is refused.</source>
        <translation>{service} : son certificat est refusé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: no answer after {seconds} s.</source>
        <translation>{service} : pas de réponse après {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: no connection after {seconds} s.</source>
        <translation>{service} : pas de connexion après {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: QGIS ended the request before it was complete.</source>
        <translation>{service} : QGIS a interrompu la requête avant la fin.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the answer came incomplete.</source>
        <translation>{service} : la réponse est arrivée incomplète.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the answer holds a DOCTYPE; it was not read.</source>
        <translation>{service} : la réponse contient un DOCTYPE ; elle n’a pas été lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the answer is empty.</source>
        <translation>{service} : la réponse est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the answer is larger than {size} MB; it was not read further.</source>
        <translation>{service} : la réponse dépasse {size} Mo ; sa lecture a été arrêtée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the answer is not {format}.</source>
        <translation>{service} : la réponse n’est pas du {format}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>{service}: the authentication configuration «{id}» could not be applied.</source>
        <translation>{service} : la configuration d’authentification « {id} » n’a pas pu être appliquée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the connection is refused.</source>
        <translation>{service} : la connexion est refusée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the connection was cut.</source>
        <translation>{service} : la connexion a été coupée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the name of this server is not found.</source>
        <translation>{service} : le nom de ce serveur est introuvable.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the proxy of your network asks for a user name and a password.</source>
        <translation>{service} : le proxy de votre réseau demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the proxy of your network can&apos;t be reached or refuses the request.</source>
        <translation>{service} : le proxy de votre réseau est injoignable ou refuse la requête.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the request is refused (HTTP {status}).</source>
        <translation>{service} : la requête est refusée (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the request is refused.</source>
        <translation>{service} : la requête est refusée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the service is failing (HTTP {status}).</source>
        <translation>{service} : le service est en panne (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: the service is not available (HTTP {status}).</source>
        <translation>{service} : le service n’est pas disponible (HTTP {status}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the transfer failed on this computer&apos;s disk.</source>
        <translation>{service} : le transfert a échoué sur le disque de cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>{service}: the transfer stopped; nothing came for {seconds} s.</source>
        <translation>{service} : le transfert s’est interrompu ; rien n’est arrivé pendant {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: this does not exist there.</source>
        <translation>{service} : cette ressource n’existe pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: too many requests in a short time.</source>
        <translation>{service} : trop de requêtes en peu de temps.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: what was sent is too large for it.</source>
        <translation>{service} : l’envoi est trop volumineux pour ce service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>{service}: you have no right to this.</source>
        <translation>{service} : vous n’avez pas le droit d’accéder à cette ressource.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>{title}, {on} layers ticked of {count}</source>
        <translation>{title}, {on} couches cochées sur {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{title}: features: {written} (cut: {cut}, kept whole across the border: {whole}), {seconds} s.</source>
        <translation>{title} : objets : {written} (coupés : {cut}, gardés entiers à cheval sur la limite : {whole}), {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{title}: invalid features that could not be repaired safely and were kept whole: {count} ({names}).</source>
        <translation>{title} : objets invalides qui n’ont pas pu être réparés sans risque et ont été gardés entiers : {count} ({names}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>{title}: {outcome} ({reason}). Added: {added}, removed: {removed}, modified: {modified}.</source>
        <translation>{title} : {outcome} ({reason}). Ajoutés : {added}, supprimés : {removed}, modifiés : {modified}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_collection.py"/>
        <source>{url} does not describe a collection of features.</source>
        <translation>{url} ne décrit pas une collection d’objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>{what} It is kept as it was: clip it anew to take its new form.</source>
        <translation>{what} Elle est gardée telle quelle : redécoupez-la pour prendre sa nouvelle forme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>{written} ({announced} announced around)</source>
        <translation>{written} ({announced} annoncés alentour)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{file}” does not say its coordinate reference system.</source>
        <translation>« {file} » n’indique pas son système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{file}” has no layer “{layer}”.</source>
        <translation>« {file} » n’a pas de couche « {layer} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>“{file}” has no table “{table}”.</source>
        <translation>« {file} » n’a pas de table « {table} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{kind}” is not a kind of territory.</source>
        <translation>« {kind} » n’est pas un type de territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/downloads.py"/>
        <source>“{name}” came incomplete.</source>
        <translation>« {name} » est arrivé incomplet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <source>“{name}” can&apos;t be opened as a GeoPackage.</source>
        <translation>« {name} » ne s’ouvre pas comme un GeoPackage.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>“{name}” can&apos;t be read as a table of text (CSV).</source>
        <translation>« {name} » ne se lit pas comme un tableau en texte (CSV).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <location filename="../data_territoires_plugin/sources/files.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{name}” can&apos;t be read.</source>
        <translation>« {name} » est illisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” can&apos;t be replaced: it is open elsewhere, or read-only.</source>
        <translation>« {name} » ne peut pas être remplacé : il est ouvert ailleurs, ou en lecture seule.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>“{name}” can&apos;t be written.</source>
        <translation>« {name} » ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <source>“{name}” holds no recipe that can be read: it can&apos;t be refreshed.</source>
        <translation>« {name} » ne contient pas de recette lisible : il ne peut pas être mis à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/part.py"/>
        <source>“{name}” is damaged: it can&apos;t be read to its end.</source>
        <translation>« {name} » est endommagé : sa lecture ne va pas jusqu’au bout.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>“{name}” is empty.</source>
        <translation>« {name} » est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>“{name}” is not a zip archive: there is no “{member}” in it.</source>
        <translation>« {name} » n&apos;est pas une archive zip : elle ne contient pas « {member} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” is open in QGIS or in another program.</source>
        <translation>« {name} » est ouvert dans QGIS ou dans un autre programme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” is open in this project.</source>
        <translation>« {name} » est ouvert dans ce projet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” is read-only.</source>
        <translation>« {name} » est en lecture seule.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>“{name}” is too large once unpacked.</source>
        <translation>« {name} » est trop volumineux une fois décompressé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{path}” does not exist.</source>
        <translation>« {path} » n&apos;existe pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/files.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{path}” holds several layers: the entry must name one.</source>
        <translation>« {path} » contient plusieurs couches : le catalogue doit en nommer une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{path}” is a folder.</source>
        <translation>« {path} » est un dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{text}” is not a territory of the COG {edition}.</source>
        <translation>« {text} » n’est pas un territoire du COG {edition}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{text}” is the name or the code of several territories.</source>
        <translation>« {text} » est le nom ou le code de plusieurs territoires.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>“{title}” can&apos;t be clipped: the service “{service}” has no reader yet.</source>
        <translation>« {title} » ne peut pas être découpée : le service « {service} » n’est pas encore pris en charge.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>“{title}” can&apos;t be fetched: the plugin is offline.</source>
        <translation>« {title} » ne peut pas être récupérée : l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>“{title}” can&apos;t be selected by a code.</source>
        <translation>« {title} » ne peut pas être filtrée par un code.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/places.py"/>
        <source>“{title}” comes in one file per commune or département, and those of this perimeter can&apos;t be told.</source>
        <translation>« {title} » est fournie en un fichier par commune ou par département, et ceux de ce périmètre n&apos;ont pas pu être déterminés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/places.py"/>
        <source>“{title}” comes in one file per commune or département: draw on land.</source>
        <translation>« {title} » est fournie en un fichier par commune ou par département : dessinez sur la terre ferme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>“{title}” failed for a reason that was not foreseen.</source>
        <translation>« {title} » a échoué pour une raison imprévue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <source>“{title}” has columns that its service had not declared: {names}.</source>
        <translation>« {title} » a des colonnes que le service n’avait pas déclarées : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>“{title}” has no file for this territory ({count} asked for: {names}).</source>
        <translation>« {title} » n&apos;a aucun fichier pour ce territoire ({count} demandés : {names}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>“{title}” is not in the training kit.</source>
        <translation>« {title} » n’est pas dans le jeu de formation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_pages.py"/>
        <source>“{title}”: a page did not come whole.</source>
        <translation>« {title} » : une page n’est pas arrivée entière.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <source>“{title}”: no column of the file holds coordinates.</source>
        <translation>« {title} » : aucune colonne du fichier ne contient de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <source>“{title}”: the features that came lie elsewhere than where they were asked for.</source>
        <translation>« {title} » : les objets reçus sont ailleurs que là où ils ont été demandés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <source>“{title}”: the link to the next page leads to another server; it was not followed.</source>
        <translation>« {title} » : le lien vers la page suivante mène à un autre serveur ; il n’a pas été suivi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>“{title}”: the service gives at most {count} features at once, and there are more.</source>
        <translation>« {title} » : le service donne au plus {count} objets à la fois, et il y en a davantage.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>“{title}”: the service is not a WFS 1.1 or 2.0.</source>
        <translation>« {title} » : le service n’est pas un WFS 1.1 ou 2.0.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>“{title}”: {reason}</source>
        <translation>« {title} » : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>“{title}”: {received} features came, the service announced {announced}.</source>
        <translation>« {title} » : {received} objets reçus, le service en annonçait {announced}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>“{value}” is not written as expected, for example {example}.</source>
        <translation>« {value} » n&apos;est pas écrit comme attendu, par exemple {example}.</translation>
    </message>
</context>
</TS>
