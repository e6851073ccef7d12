<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>DataTerritoires</name>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source> m</source>
        <translation>m</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source> MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source> min</source>
        <translation>min</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source> Several layers make one table: map the first, then each other with its own mapping, “added to” the result of the one before.</source>
        <translation>Plusieurs couches font une table : mettez la première au standard, puis chaque autre avec sa propre correspondance, « ajoutée » au résultat précédent.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>&amp;Add the rows to those of:</source>
        <translation>&amp;Ajouter les lignes à celles de :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>&amp;Apply</source>
        <translation>App&amp;liquer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>&amp;Apply {count} change</source>
        <translation>App&amp;liquer {count} correction</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>&amp;Apply {count} changes</source>
        <translation>App&amp;liquer {count} corrections</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>&amp;Back</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>&amp;Buffer</source>
        <translation>&amp;Tampon</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>&amp;Cards</source>
        <translation>&amp;Publications</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>&amp;Cut</source>
        <translation>&amp;Découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>&amp;Date of the data</source>
        <translation>&amp;Date des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>&amp;Findings</source>
        <translation>A&amp;nomalies</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>&amp;Key</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>&amp;Kind</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>&amp;Layer or folder</source>
        <translation>Couc&amp;he ou dossier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>&amp;Lineage</source>
        <translation>&amp;Généalogie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>&amp;Measured in</source>
        <translation>&amp;Mesuré en</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>&amp;Mode</source>
        <translation>&amp;Mode</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>&amp;Only the layers</source>
        <translation>Couches &amp;nommées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>&amp;Organisation</source>
        <translation>&amp;Organisme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>&amp;Page about the data</source>
        <translation>&amp;Page sur les données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>&amp;Platform</source>
        <translation>&amp;Plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>&amp;Show</source>
        <translation>&amp;Afficher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>&amp;Simulate</source>
        <translation>&amp;Simuler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>&amp;Standard</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>&amp;Take it back</source>
        <translation>A&amp;nnuler la publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>&amp;Take it back again</source>
        <translation>A&amp;nnuler à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>&amp;Template of the authority</source>
        <translation>Modèle de la c&amp;ollectivité</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>&amp;To</source>
        <translation>&amp;Vers</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>&amp;Travelling</source>
        <translation>&amp;Déplacement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>&amp;Try the connection</source>
        <translation>&amp;Essayer la connexion</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>&amp;Up to</source>
        <translation>&amp;Jusqu’à</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>(left empty)</source>
        <translation>(laissée vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>(no correspondence)</source>
        <translation>(sans correspondance)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/forms.py"/>
        <source>(no value)</source>
        <translation>(aucune valeur)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>(none: a layer of its own)</source>
        <translation>(aucune : une couche à part)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>+ {id} ({title}): {layer}</source>
        <translation>+ {id} ({title}) : {layer}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kept.py"/>
        <source>, edition {edition}</source>
        <translation>, millésime {edition}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>1 What</source>
        <translation>1 Quoi</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>2 Where</source>
        <translation>2 Où</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>2.5D buildings.</source>
        <translation>Bâtiments en 2,5D.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>20YY</source>
        <translation>20AA</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>3 Plan</source>
        <translation>3 Plan</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>4 Sending</source>
        <translation>4 Envoi</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>[longitude, latitude]</source>
        <translation>[longitude, latitude]</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>A BAL has one id_ban_commune: that of its commune.</source>
        <translation>Une BAL a un seul id_ban_commune : celui de sa commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a brace is not closed.</source>
        <translation>une accolade n&apos;est pas fermée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>A cache may still hold the former one: try again in a few minutes.</source>
        <translation>Un cache garde peut-être encore l’ancien : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>a catalogue of records: search it as a platform</source>
        <translation>un catalogue de fiches : à interroger comme une plateforme</translation>
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
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>A code INSEE: {example}.</source>
        <translation>Un code INSEE : {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>A code of the list “{name}”.</source>
        <translation>Un code de la liste « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_identifiers.py"/>
        <source>a commune of the COG of {year}</source>
        <translation>une commune du COG {year}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>A commune, an EPCI, a département, a région, or a perimeter of your own.</source>
        <translation>Une commune, un EPCI, un département, une région, ou votre propre périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>a coordinate is not a number</source>
        <translation>une coordonnée n’est pas un nombre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>A dataset called “{title}” is there already.</source>
        <translation>Un jeu de données nommé « {title} » existe déjà.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>A dataset is not deleted with its description.</source>
        <translation>Un jeu de données ne se supprime pas avec sa description.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>a document or a web page, not a layer</source>
        <translation>un document ou une page web, pas une couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>a draft of its producer, not published yet</source>
        <translation>un brouillon de son producteur, pas encore publié</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>A fault between features could not be seen while a geometry was invalid; it is left.</source>
        <translation>Une anomalie entre objets était invisible tant qu’une géométrie était invalide ; elle reste à corriger.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_map.py"/>
        <source>A few features lie far from the others, out of this map: check their coordinates.</source>
        <translation>Quelques objets sont loin des autres, hors de cette carte : vérifiez leurs coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>A file of one&apos;s own: its objects are kept whole.</source>
        <translation>Un fichier à vous : ses objets sont gardés entiers.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>A file will be added to this dataset.</source>
        <translation>Un fichier sera ajouté à ce jeu de données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>A former import was cut: ask its administrator to delete that feature type, then try again.</source>
        <translation>Un import précédent a été coupé : demandez à son administrateur de supprimer ce type d’entité (feature type), puis recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>A formula or the type of a column may have changed the values: look at these rows in Grist.</source>
        <translation>Une formule ou le type d’une colonne a pu changer les valeurs : regardez ces lignes dans Grist.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>a hole lies inside another hole</source>
        <translation>un trou est à l’intérieur d’un autre trou</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>a hole lies outside its polygon</source>
        <translation>un trou est en dehors de son polygone</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>A JSON Schema of GeoJSON features, or a Table Schema, is expected: check the file or the address.</source>
        <translation>Un JSON Schema d’objets GeoJSON, ou un Table Schema, est attendu : vérifiez le fichier ou l’adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>A kit is a folder made by “Make a kit”: on its territory, the layers come from it, without network.</source>
        <translation>Un kit est un dossier fait par « Fabriquer un kit » : sur son territoire, les couches viennent de lui, sans réseau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>a link to a whole service, which does not name a layer: see its list by its address</source>
        <translation>un lien vers tout un service, qui ne nomme pas de couche : voyez sa liste par son adresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>a list is expected, with one table at least.</source>
        <translation>une liste est attendue, avec une table au moins.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>a list is expected.</source>
        <translation>une liste est attendue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>a list is expected: [one, two].</source>
        <translation>une liste est attendue : [un, deux].</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>a list of texts is expected.</source>
        <translation>une liste de textes est attendue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>a name to find it again, also in a model</source>
        <translation>un nom pour la retrouver, aussi dans un modèle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>A negative buffer narrows: choose a smaller one.</source>
        <translation>Un tampon négatif rétrécit : choisissez-en un plus petit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>A new dataset will be made, as a draft.</source>
        <translation>Un nouveau jeu de données sera créé, en brouillon.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>A newer one may have replaced it: list the documents of the territory again.</source>
        <translation>Un plus récent l’a peut-être remplacé : listez de nouveau les documents du territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>a number is expected.</source>
        <translation>un nombre est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a number is expected: the megabytes of one file, 0 when not known.</source>
        <translation>un nombre est attendu : les mégaoctets d’un fichier, 0 si on l’ignore.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>a part lies inside another part</source>
        <translation>une partie est à l’intérieur d’une autre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>A partition is written DU_35238, or 172014607_SUP_69_AC1 for a servitude.</source>
        <translation>Une partition s’écrit DU_35238, ou 172014607_SUP_69_AC1 pour une servitude.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <location filename="../data_territoires_plugin/sources/places.py"/>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>A perimeter is needed.</source>
        <translation>Un périmètre est nécessaire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>a point</source>
        <translation>un point</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>A publication that would delete more of the platform stops before it sends anything.</source>
        <translation>Une publication qui supprimerait davantage de la plateforme s’arrête avant tout envoi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>A record has no need of a DOCTYPE, by which a file may reach others: export it again from the catalogue.</source>
        <translation>Une fiche n’a pas besoin de DOCTYPE, par lequel un fichier peut en atteindre d’autres : exportez-la de nouveau du catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>A repair works on a layer of the project.</source>
        <translation>Une correction porte sur une couche du projet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>a reviewer still has to approve it: until then, others see the previous record</source>
        <translation>un relecteur doit encore l&apos;approuver : d&apos;ici là, les autres voient la fiche précédente</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>A schema is only fetched over https.</source>
        <translation>Un schéma n’est récupéré qu’en https.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>a search by place finds the data by it</source>
        <translation>une recherche par lieu trouve les données grâce à elle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>a service of images: add it as a background</source>
        <translation>un service d’images : ajoutez-le comme fond de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>A SIREN number: nine digits with their key.</source>
        <translation>Un numéro SIREN : neuf chiffres, avec leur clé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>A SIRET number: fourteen digits with their key.</source>
        <translation>Un numéro SIRET : quatorze chiffres, avec leur clé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a table or a background has no geometry_column.</source>
        <translation>une table ou un fond de carte n&apos;a pas de geometry_column.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>A Table Schema (“fields”), a Data Package (“resources”) or a JSON Schema of GeoJSON is expected.</source>
        <translation>Un Table Schema (« fields »), un Data Package (« resources ») ou un JSON Schema de GeoJSON est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>A Table Schema is a JSON document with a list “fields”: check the file or the address.</source>
        <translation>Un Table Schema est un document JSON avec une liste « fields » : vérifiez le fichier ou l’adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>A table to paste into a report of a problem</source>
        <translation>Un tableau à coller dans le signalement d’un problème</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>a table without geometry: read whole</source>
        <translation>table sans géométrie : lue en entier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>A territory is written epci:243500139.</source>
        <translation>Un territoire s’écrit epci:243500139.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/destinations.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>a text is expected.</source>
        <translation>un texte est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/rows.py"/>
        <source>A value is longer than the standard allows: it would be cut. {values}.</source>
        <translation>Une valeur est plus longue que ce que le standard permet : elle serait coupée. {values}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>a way lacks the key “{key}”.</source>
        <translation>il manque la clé « {key} » à un chemin.</translation>
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
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>A&amp;bstract</source>
        <translation>&amp;Résumé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Abstract</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>abstract</source>
        <translation>résumé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>abstract of the resource</source>
        <translation>résumé de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Acco&amp;unt</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add a row for each commune that the plan covers.</source>
        <translation>Ajoutez une ligne par commune que couvre le plan.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Add a row with this name and the number 99999, or correct the name.</source>
        <translation>Ajoutez une ligne avec ce nom et le numéro 99999, ou corrigez le nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Add a service or an OpenStreetMap extract</source>
        <translation>Ajouter un service ou un extrait d’OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <source>Add a service or an OpenStreetMap extract…</source>
        <translation>Ajouter un service ou un extrait d’OpenStreetMap…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add at least one table ASSIETTE_SUP (point, line or surface).</source>
        <translation>Ajoutez au moins une table ASSIETTE_SUP (point, ligne ou surface).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add at least one table GENERATEUR_SUP (point, line or surface).</source>
        <translation>Ajoutez au moins une table GENERATEUR_SUP (point, ligne ou surface).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Add it again, then check it.</source>
        <translation>Ajoutez-la de nouveau, puis contrôlez-la.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Add it again, then open this window from it.</source>
        <translation>Ajoutez-la de nouveau, puis rouvrez cette fenêtre à partir d’elle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Add it to the project</source>
        <translation>L’ajouter au projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Add it under this exact name; its values may be completed by the BAL editor.</source>
        <translation>Ajoutez-la sous ce nom exact ; ses valeurs peuvent être complétées dans l’éditeur de BAL.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Add it, even empty: it may become mandatory in a later version.</source>
        <translation>Ajoutez-la, même vide : elle peut devenir obligatoire dans une version suivante.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Add it, then try again.</source>
        <translation>Ajoutez-la, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add it, with the name and in the folder that the standard says.</source>
        <translation>Ajoutez-le, sous le nom et dans le dossier que demande le standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Add its layers</source>
        <translation>Ajouter ses couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Add or remove the Z of the geometries (Processing toolbox).</source>
        <translation>Ajoutez ou retirez le Z des géométries (boîte à outils de traitements).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add PRESCRIPTION_SURF, PRESCRIPTION_LIN or PRESCRIPTION_PCT if the document has prescriptions.</source>
        <translation>Ajoutez PRESCRIPTION_SURF, PRESCRIPTION_LIN ou PRESCRIPTION_PCT si le document comporte des prescriptions.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Add the column {field} to the layer, even if it stays empty where no value is required.</source>
        <translation>Ajoutez la colonne {field} à la couche, même si elle reste vide là où aucune valeur n’est obligatoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Add the file to the catalogue</source>
        <translation>Ajouter le fichier au catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Add the file to the written pieces, or correct its name, extension included.</source>
        <translation>Ajoutez le fichier aux pièces écrites, ou corrigez son nom, extension comprise.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Add the findings to the project, as a layer</source>
        <translation>Ajouter les anomalies au projet, sous forme de couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Add the layer to the project first.</source>
        <translation>Ajoutez d’abord la couche au projet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Add the layer to the project, check it, then repair it.</source>
        <translation>Ajoutez la couche au projet, contrôlez-la, puis corrigez-la.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Add the layers of a service to your catalogue</source>
        <translation>Ajouter les couches d’un service à votre catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Add the missing elements, or check that the right layer was given.</source>
        <translation>Ajoutez les éléments qui manquent, ou vérifiez que la bonne couche a été donnée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add the row whose IDURBA is {expected}, or correct the name of the folder.</source>
        <translation>Ajoutez la ligne dont l’IDURBA est {expected}, ou corrigez le nom du dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Add the rows that the table has not</source>
        <translation>Ajouter les lignes que la table n’a pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>Add the service by its address with “{algorithm}”, and choose the layer there.</source>
        <translation>Ajoutez le service par son adresse avec « {algorithm} », et choisissez-y la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Add the written pieces, named as the standard says.</source>
        <translation>Ajoutez les pièces écrites, nommées comme le veut le standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/publication.py"/>
        <source>Add them to the layer, or tick “Columns that the layer lacks may go”.</source>
        <translation>Ajoutez-les à la couche, ou cochez « Les colonnes que la couche n’a pas peuvent disparaître ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Add this keyword, with exactly this name of thesaurus: the GPU finds the document by it.</source>
        <translation>Ajoutez ce mot clé, avec exactement ce nom de thésaurus : le GPU retrouve le document par lui.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Add two of type Numeric, lon and lat (points), or one of type Text, wkt (any shape).</source>
        <translation>Ajoutez-en deux de type Numeric, lon et lat (points), ou une de type Text, wkt (toute géométrie).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/clip/evolutions.py"/>
        <source>Added</source>
        <translation>Ajoutés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Adding to your catalogue</source>
        <translation>Ajout à votre catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Address found: {label}.</source>
        <translation>Adresse trouvée : {label}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Address of the catalogue</source>
        <translation>Adresse du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>address of the catalogue (CSW, OGC API Records, GeoNetwork)</source>
        <translation>adresse du catalogue (CSW, OGC API Records, GeoNetwork)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Address of the catalogue (empty: the one kept)</source>
        <translation>Adresse du catalogue (vide : celle conservée)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Address of the licence</source>
        <translation>Adresse de la licence</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>address of the locator</source>
        <translation>adresse du localisateur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Address of the platform (or its database), or name of a saved connection</source>
        <translation>Adresse de la plateforme (ou de sa base), ou nom d’une connexion enregistrée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Address of the record</source>
        <translation>Adresse de la fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Address of the service, or path of an OpenStreetMap extract</source>
        <translation>Adresse du service, ou chemin d’un extrait d’OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Addresses of the services (JSON)</source>
        <translation>Adresses des services (JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Adds the columns that may be empty, and gives misspelt ones the name of the standard.</source>
        <translation>Ajoute les colonnes qui peuvent rester vides, et donne à celles qui sont mal nommées le nom du standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Admin Express has no contour for {name} ({id}).</source>
        <translation>Admin Express n’a pas de contour pour {name} ({id}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Advanced settings of the labels: {names}.</source>
        <translation>Réglages avancés des étiquettes : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>Advised: {mode}. {reason}</source>
        <translation>Conseillé : {mode}. {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Agree to the deletion of {count} feature ({share} %)</source>
        <translation>Accepter la suppression de {count} objet ({share} %)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Agree to the deletion of {count} features ({share} %)</source>
        <translation>Accepter la suppression de {count} objets ({share} %)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Agree to the loss of columns: {names}</source>
        <translation>Accepter la perte des colonnes : {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>all (* stands for any text)</source>
        <translation>toutes (* remplace n’importe quel texte)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>All of them are in {files}.</source>
        <translation>Toutes sont dans {files}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>All themes</source>
        <translation>Tous les thèmes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>Also compare with the parcels of the cadastre, or with the Base Adresse Nationale</source>
        <translation>Comparer aussi avec les parcelles du cadastre, ou avec la Base Adresse Nationale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Altitude of points and lines</source>
        <translation>Altitude de points et de lignes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Altitude of the geometry: {value}; the standard wants {expected}.</source>
        <translation>Altitude de la géométrie : {value} ; attendue : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Altitudes: {count}.</source>
        <translation>Altitudes : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>an account is needed</source>
        <translation>un compte est nécessaire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>An account runs one at a time: wait for the end of the other one, then run it again.</source>
        <translation>Un compte en fait une à la fois : attendez la fin de l’autre, puis relancez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/connections.py"/>
        <source>An address must not hold a password: it is written in journals and reports.</source>
        <translation>Une adresse ne doit pas contenir de mot de passe : elle est écrite dans les journaux et les rapports.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>an archive of a kind that can&apos;t be opened here: unpack it, then clip the file</source>
        <translation>une archive d’un type qui ne s’ouvre pas ici : décompressez-la, puis découpez le fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>an id is made of small letters without accent, digits and _.</source>
        <translation>un identifiant est fait de minuscules sans accent, de chiffres et de _.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>an image or a point cloud: it is shown, not clipped</source>
        <translation>une image ou un nuage de points : cela s’affiche, cela ne se découpe pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>an object is expected.</source>
        <translation>un objet est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>an object of texts is expected.</source>
        <translation>un objet de textes est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>an outline crosses itself</source>
        <translation>un contour se recoupe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>an outline has too few vertices</source>
        <translation>un contour a trop peu de sommets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>an outline is not closed</source>
        <translation>un contour n’est pas fermé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>an outline is there twice</source>
        <translation>un contour est présent deux fois</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>an outline touches itself</source>
        <translation>un contour se touche lui-même</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>An update that anyone on the way could change is not accepted.</source>
        <translation>Une mise à jour que n’importe qui pourrait modifier en chemin n’est pas acceptée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>and {count} more.</source>
        <translation>et {count} autres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>announced by the service: {count}</source>
        <translation>annoncés par le service : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Another address</source>
        <translation>Une autre adresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>Another way to this layer is needed.</source>
        <translation>Il faut un autre chemin vers cette couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>answer of {day}</source>
        <translation>réponse du {day}</translation>
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
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>archives of the départements: {names}</source>
        <translation>archives des départements : {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Area (m²)</source>
        <translation>Superficie (m²)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>area (m²)</source>
        <translation>surface (m²)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Around an address (minutes or metres)…</source>
        <translation>Autour d’une adresse (minutes ou mètres)…</translation>
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
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>as expected</source>
        <translation>comme attendu</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>as expected, but slow</source>
        <translation>comme attendu, mais lent</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>Ask an administrator of the organization that publishes it.</source>
        <translation>Demandez à un administrateur de l’organisation qui le publie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>Ask its administrator to allow queries.</source>
        <translation>Demandez à son administrateur d’autoriser les requêtes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>Ask its administrator to open it to writing, or choose another way to publish.</source>
        <translation>Demandez à son administrateur de l&apos;ouvrir à l&apos;écriture, ou choisissez une autre façon de publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/rest.py"/>
        <source>Ask its administrator to raise the limit, or publish the layer in parts.</source>
        <translation>Demandez à son administrateur de relever la limite, ou publiez la couche en plusieurs parties.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/csw.py"/>
        <source>Ask its administrator where records are written (a GeoNetwork: TYPE geonetwork).</source>
        <translation>Demandez à son administrateur où les fiches s&apos;écrivent (un GeoNetwork : TYPE geonetwork).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>Ask its producer for access, save your key in QGIS (Settings &gt; Options &gt; Authentication, API header), and give the id of that configuration in the setting {name} of the plugin.</source>
        <translation>Demandez l’accès à son producteur, enregistrez votre clé dans QGIS (Préférences &gt; Options &gt; Authentification, en-tête d’API), et donnez l’identifiant de cette configuration dans le réglage {name} de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>Ask its publisher for a schema in one piece, or add the missing part under “definitions”.</source>
        <translation>Demandez à son éditeur un schéma d’un seul tenant, ou ajoutez la partie manquante sous « definitions ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>Ask the administrator of the catalogue for the Editor profile.</source>
        <translation>Demandez à l&apos;administrateur du catalogue le profil Éditeur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>Ask the administrator of the database for the right.</source>
        <translation>Demandez-en le droit à l’administrateur de la base.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>Ask the administrator of the platform for it.</source>
        <translation>Demandez-le à l’administrateur de la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Ask the administrator of the service for the right.</source>
        <translation>Demandez ce droit à l’administrateur du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>Ask the administrator of the service to allow it (WFS-T).</source>
        <translation>Demandez à l&apos;administrateur du service de l&apos;autoriser (WFS-T).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>Ask the administrator of the service to raise this limit, or to allow pages.</source>
        <translation>Demandez à l’administrateur du service de relever cette limite, ou de permettre la lecture par pages.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Ask the Base Adresse Nationale for the identifiers of communes (BAL)</source>
        <translation>Demander à la Base Adresse Nationale les identifiants des communes (BAL)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>Ask the Géoplateforme for more, or unpublish what serves no more.</source>
        <translation>Demandez-en davantage à la Géoplateforme, ou dépubliez ce qui ne sert plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Asking the sources whether anything has changed…</source>
        <translation>Les sources sont interrogées : quelque chose a-t-il changé ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Asks each service one small question, through the proxy of QGIS, and tells what differs from what the extension expects: a renamed layer, new or missing fields, an address that no longer answers.

The text is a table that can be pasted into an issue. Nothing personal is in it.</source>
        <translation>Pose une petite question à chaque service, par le proxy de QGIS, et dit ce qui diffère de ce que l’extension attend : une couche renommée, des champs nouveaux ou disparus, une adresse qui ne répond plus.

Le texte est un tableau à coller dans un ticket. Il ne contient rien de personnel.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Asks the altimetry service of IGN (RGE ALTI) for the altitude of every point, or of every vertex of the lines. With a step, lines get a vertex at least every so many metres: a profile.

Where the service has no altitude (the sea, abroad), Z is empty and the fields are NULL: the count is given.</source>
        <translation>Demande au service d’altimétrie de l’IGN (RGE ALTI) l’altitude de chaque point, ou de chaque sommet des lignes. Avec un pas, les lignes reçoivent un sommet au moins tous les tant de mètres : un profil.

Là où le service n’a pas d’altitude (en mer, à l’étranger), le Z est vide et les champs sont NULL : leur nombre est donné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Asks the extraction service of IGN for the features of a product around a territory, waits for the result and fetches it as a GeoPackage: for large territories, or products that no WFS gives.

It needs an account of cartes.gouv.fr, saved in QGIS&apos;s authentication manager. An account runs one extraction at a time. If you stop, the extraction goes on there: run it again to fetch it.

Written from the documentation of the service: not tried against the service itself.</source>
        <translation>Demande au service d’extraction de l’IGN les objets d’un produit autour d’un territoire, attend le résultat et le récupère en GeoPackage : pour les grands territoires, ou les produits qu’aucun WFS ne donne.

Il faut un compte cartes.gouv.fr, enregistré dans le gestionnaire d’authentification de QGIS. Un compte fait une extraction à la fois. Si vous arrêtez, l’extraction continue là-bas : relancez pour la récupérer.

Écrit d’après la documentation du service : pas essayé sur le service lui-même.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>associated commune</source>
        <translation>commune associée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>at least one of the 34 INSPIRE themes</source>
        <translation>au moins un des 34 thèmes INSPIRE</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>At least {count} characters.</source>
        <translation>Au moins {count} caractères.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>At least {value}.</source>
        <translation>Au moins {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>At most {count} characters.</source>
        <translation>Au plus {count} caractères.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>At most {most} partitions at once, and here are {count}.</source>
        <translation>{most} partitions au plus à la fois, et en voici {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>At most {value}.</source>
        <translation>Au plus {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Attac&amp;h to</source>
        <translation>Rattac&amp;her à</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/described.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Attribution</source>
        <translation>Mention de la source</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>attribution</source>
        <translation>attribution</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Authentication</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Authentication of the database</source>
        <translation>Authentification de la base</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/gui/tool_page.py"/>
        <source>Back to the catalogue</source>
        <translation>Retour au catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Back to the findings: nothing is changed</source>
        <translation>Revenir aux anomalies : rien n’est changé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
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
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>bank accounts</source>
        <translation>comptes bancaires</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>Base Adresse Nationale: identifiers of communes (BAL)</source>
        <translation>Base Adresse Nationale : identifiants des communes (BAL)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Becomes</source>
        <translation>Devient</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>births</source>
        <translation>naissances</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Blending of the layer (multiply, overlay…): it is drawn plainly.</source>
        <translation>Mode de fusion de la couche (multiplier, incruster…) : elle est dessinée normalement.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Bring a layer to a standard (mapping of fields and values)</source>
        <translation>Mettre une couche au standard (correspondance des champs et des valeurs)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Bring INSEE codes to another year of the COG</source>
        <translation>Amener des codes INSEE à un autre millésime du COG</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Bring it to the BAL standard first (“Map a layer”), check it, then publish it.</source>
        <translation>Mettez-la d’abord au standard BAL (« Mettre au standard »), contrôlez-la, puis publiez-la.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Bring to the standard</source>
        <translation>Mettre au standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Bring to the standard…</source>
        <translation>Mettre au standard…</translation>
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
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>Brought up to date: {name}.</source>
        <translation>Mis à jour : {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
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
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>by car</source>
        <translation>en voiture</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>by circles around the perimeter</source>
        <translation>par des cercles autour du périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>by parts of the file of the whole country: {count} features around the perimeter, {kb} kB</source>
        <translation>par morceaux du fichier de la France entière : {count} objets autour du périmètre, {kb} ko</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>by the bounding box</source>
        <translation>par l’emprise</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>by the bounding box, cut in four where the service does not give everything at once</source>
        <translation>par le rectangle englobant, coupé en quatre là où le service ne donne pas tout d’un coup</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
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
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>by the bounding box, the objects by their numbers</source>
        <translation>par l’emprise, les objets par leurs numéros</translation>
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
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <source>by the bounding box: the service refused the perimeter</source>
        <translation>par l’emprise : le service a refusé le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>by the codes of the communes: {count}</source>
        <translation>par les codes des communes : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>by the codes of the territory</source>
        <translation>par les codes du territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>by the codes of the territory, field {field}</source>
        <translation>par les codes du territoire, champ {field}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>by the outline of the perimeter</source>
        <translation>par le contour du périmètre</translation>
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
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Cache folder</source>
        <translation>Dossier du cache</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>callouts</source>
        <translation>connecteurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>can&apos;t be known without reading it again</source>
        <translation>ne peut être su sans la relire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Can&apos;t be ticked: {reason}</source>
        <translation>Ne peut pas être cochée : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/gui/tool_page.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>canton</source>
        <translation>canton</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Capitals and small letters</source>
        <translation>Majuscules et minuscules</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>Car pooling places (national database, BNLC)</source>
        <translation>Lieux de covoiturage (base nationale, BNLC)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/gui/tool_page.py"/>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Catalogue (*.yaml)</source>
        <translation>Catalogue (*.yaml)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Catalogue file</source>
        <translation>Fichier de catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Catalogue in use</source>
        <translation>Catalogue en service</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Catalogue of your authority</source>
        <translation>Catalogue de votre collectivité</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Catalogue of your own (YAML)</source>
        <translation>Votre catalogue (YAML)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Catalogue that receives the record (an address, or “platform”)</source>
        <translation>Catalogue qui reçoit la fiche (une adresse, ou « platform »)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Catalogue: {title}. Record: {identifier}.</source>
        <translation>Catalogue : {title}. Fiche : {identifier}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Catalogues (all, or names separated by commas)</source>
        <translation>Catalogues (all, ou des noms séparés par des virgules)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>catalogues sort the data by it (ISO 19115)</source>
        <translation>les catalogues classent les données d&apos;après elle (ISO 19115)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Catalogues that did not answer</source>
        <translation>Catalogues qui n’ont pas répondu</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Centre of the map</source>
        <translation>Centre de la carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <source>change</source>
        <translation>changement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Change them to see the others.</source>
        <translation>Modifiez-les pour voir les autres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>changed by somebody else since the plan was made</source>
        <translation>modifié par quelqu’un d’autre depuis que le plan a été fait</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <location filename="../data_territoires_plugin/publish/undoing.py"/>
        <source>changed by somebody else since: left as it is</source>
        <translation>modifié par quelqu’un d’autre depuis : laissé tel quel</translation>
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
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Changed: {changed}; added: {added}; left as they were: {unchanged}; without a row: {absent}.</source>
        <translation>Modifiées : {changed} ; ajoutées : {added} ; laissées telles quelles : {unchanged} ; sans ligne : {absent}.</translation>
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
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Changes made</source>
        <translation>Changements faits</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Changes refused</source>
        <translation>Changements refusés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>character set</source>
        <translation>encodage des caractères</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>characters that could not be read: {count}</source>
        <translation>caractères illisibles : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>Charging stations for electric vehicles (national database, IRVE)</source>
        <translation>Bornes de recharge pour véhicules électriques (base nationale, IRVE)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Chec&amp;k</source>
        <translation>C&amp;ontrôler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Check again to know.</source>
        <translation>Vérifiez à nouveau pour savoir.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Check again with a connection.</source>
        <translation>Contrôlez à nouveau avec une connexion.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Check again.</source>
        <translation>Contrôlez de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Check against a schema of your own (JSON file)</source>
        <translation>Contrôler avec votre propre schéma (fichier JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Check against a standard (CNIG, national schemas)</source>
        <translation>Contrôler avec un standard (CNIG, schémas nationaux)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Check against {standard}</source>
        <translation>Contrôle avec {standard}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Check both codes.</source>
        <translation>Vérifiez les deux codes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>Check it in Settings &gt; Options &gt; Authentication.</source>
        <translation>Vérifiez-la dans Préférences &gt; Options &gt; Authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Check it in the layer “{layer}” of the catalogue, or write its name: {kind}:name.</source>
        <translation>Vérifiez-le dans la couche « {layer} » du catalogue, ou écrivez son nom : {kind}:nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check its address in Settings &gt; Options &gt; Network &gt; Proxy.</source>
        <translation>Vérifiez son adresse dans Préférences &gt; Options &gt; Réseau &gt; Proxy.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms_postgis.py"/>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>Check its address, the authentication configuration, and that you are on its network.</source>
        <translation>Vérifiez son adresse, la configuration d’authentification, et que vous êtes sur son réseau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/outline.py"/>
        <source>Check its coordinate reference system: does it lie where it should?</source>
        <translation>Vérifiez son système de coordonnées de référence : est-il au bon endroit ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Check its spelling, add the commune or the postal code.</source>
        <translation>Vérifiez son orthographe, ajoutez la commune ou le code postal.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Check that it holds one commune.</source>
        <translation>Vérifiez qu’il contient une seule commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>Check that it is the schema, and not the data.</source>
        <translation>Vérifiez que c’est bien le schéma, et non les données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>Check that its file or service still exists, then try again.</source>
        <translation>Vérifiez que son fichier ou son service existe toujours, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/pictures.py"/>
        <source>Check that its WMS is enabled and shows this layer.</source>
        <translation>Vérifiez que son WMS est activé et montre cette couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Check that QGIS opens it.</source>
        <translation>Vérifiez que QGIS l’ouvre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/project.py"/>
        <source>Check that the disk is not full, and choose another folder.</source>
        <translation>Vérifiez que le disque n’est pas plein et choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Check that the file is whole (a shapefile is at least .shp, .shx and .dbf), then deliver it again.</source>
        <translation>Vérifiez que le fichier est entier (un shapefile, c’est au moins .shp, .shx et .dbf), puis livrez-le de nouveau.</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>Check that the file is whole, that it is a layer, and that you may read it.</source>
        <translation>Vérifiez que le fichier est complet, que c’est bien une couche et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>Check that the parcels are those of the commune, then check again.</source>
        <translation>Vérifiez que les parcelles sont celles de la commune, puis relancez le contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/wfs.py"/>
        <source>Check that the WFS of this workspace is enabled.</source>
        <translation>Vérifiez que le WFS de cet espace de travail est activé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/findings_layer.py"/>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/standards/repair/csv_copy.py"/>
        <source>Check that there is room on the disk, and that the file isn&apos;t open elsewhere.</source>
        <translation>Vérifiez qu’il reste de la place sur le disque et que le fichier n’est pas ouvert ailleurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Check that they are not swapped and are in degrees (WGS 84).</source>
        <translation>Vérifiez qu’elles ne sont pas inversées et qu’elles sont en degrés (WGS 84).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>Check that you may read it, and that the network drive is connected.</source>
        <translation>Vérifiez que vous avez le droit de le lire et que le lecteur réseau est connecté.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Check the accents. Add a .cpg file beside the table, and declare the encoding in the metadata.</source>
        <translation>Vérifiez les accents. Ajoutez un fichier .cpg à côté de la table, et déclarez l’encodage dans la fiche de métadonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>Check the address in your catalogue.</source>
        <translation>Vérifiez l’adresse dans votre catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>Check the address of GeoNetwork: it ends with /geonetwork on most platforms.</source>
        <translation>Vérifiez l&apos;adresse de GeoNetwork : elle finit par /geonetwork sur la plupart des plateformes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/grist.py"/>
        <source>Check the address of Grist and the identifiers of the document and of the table.</source>
        <translation>Vérifiez l’adresse de Grist et les identifiants du document et de la table.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/ckan.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/csw.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/records.py"/>
        <source>Check the address of the catalogue of this platform.</source>
        <translation>Vérifiez l’adresse du catalogue de cette plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Check the address of the deposit API.</source>
        <translation>Vérifiez l’adresse de l’API de dépôt.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>Check the address of the layer, then try again later.</source>
        <translation>Vérifiez l’adresse de la couche, puis réessayez plus tard.</translation>
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
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>Check the address: it should be that of data.gouv.fr, or of another site made with udata.</source>
        <translation>Vérifiez l’adresse : celle de data.gouv.fr, ou d’un autre site fait avec udata.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>Check the address; a restricted service needs an authentication configuration.</source>
        <translation>Vérifiez l’adresse ; un service restreint demande une configuration d’authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Check the authentication configuration (Settings &gt; Options &gt; Authentication).</source>
        <translation>Vérifiez la configuration d’authentification (Préférences &gt; Options &gt; Authentification).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Check the code: five characters, leading zero included.</source>
        <translation>Vérifiez le code : cinq caractères, zéro initial compris.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>Check the CRS of the layer, and that this shape lies where it should.</source>
        <translation>Vérifiez le SCR de la couche, et que cette géométrie est bien à sa place.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Check the date of the last update.</source>
        <translation>Vérifiez la date de dernière mise à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Check the file, and that its first line holds the names of the columns.</source>
        <translation>Vérifiez le fichier, et que sa première ligne porte les noms des colonnes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>Check the file, or ask for it again.</source>
        <translation>Vérifiez le fichier, ou demandez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Check the folder and your rights; the previous file is intact.</source>
        <translation>Vérifiez le dossier et vos droits ; le fichier précédent est intact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms.py"/>
        <source>Check the folder or the database, and your rights.</source>
        <translation>Vérifiez le dossier ou la base, et vos droits.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Check the folder or the zip of a document</source>
        <translation>Contrôler le dossier ou le zip d’un document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Check the free room and that the file is not open elsewhere.</source>
        <translation>Vérifiez la place disponible, et que le fichier n’est pas ouvert ailleurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>Check the indentation, the colons and the quotes near that line.</source>
        <translation>Vérifiez les retraits, les deux-points et les guillemets autour de cette ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>Check the indentation, the colons and the quotes.</source>
        <translation>Vérifiez l’indentation, les deux-points et les guillemets.</translation>
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
        <location filename="../data_territoires_plugin/publish/plan.py"/>
        <source>Check the layer. To empty the platform all the same, allow 100 % of deletions.</source>
        <translation>Vérifiez la couche. Pour vider tout de même la plateforme, permettez 100 % de suppressions.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Check the length of the name, the folder and your rights.</source>
        <translation>Vérifiez la longueur du nom, le dossier et vos droits.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>Check the name or the code, and the address of the service.</source>
        <translation>Vérifiez le nom ou le code, et l’adresse du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>Check the name, or ask the producer to share this data with your account.</source>
        <translation>Vérifiez le nom, ou demandez au producteur de partager cette donnée avec votre compte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>check the output.</source>
        <translation>vérifiez la sortie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>Check the path in the settings of the extension.</source>
        <translation>Vérifiez le chemin dans les réglages de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
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
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>Check the path, and that you may read the file.</source>
        <translation>Vérifiez le chemin, et que vous avez le droit de lire le fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Check the room left and your rights, or choose another folder: nothing was changed there.</source>
        <translation>Vérifiez la place disponible et vos droits, ou choisissez un autre dossier : rien n’y a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Check the room left on the disk of the temporary folder.</source>
        <translation>Vérifiez la place libre sur le disque du dossier temporaire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>Check the standard, or write the mapping yourself.</source>
        <translation>Vérifiez le standard, ou écrivez vous-même la correspondance.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>Check the style and the recipe of this layer.</source>
        <translation>Vérifiez le style et la recette de cette couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Check the value and its unit.</source>
        <translation>Vérifiez la valeur et son unité.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>Check where it comes from, unpack it yourself, and choose the folder.</source>
        <translation>Vérifiez d’où elle vient, décompressez-la vous-même, et choisissez le dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Checked against: {standard}.</source>
        <translation>Contrôlé avec : {standard}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Checked in {time}: {counts}.</source>
        <translation>Contrôlé en {time} : {counts}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Checked on</source>
        <translation>Contrôlé le</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Checks a layer (as it is now, edits included) or the folder or zip of a document against a standard of the CNIG or a national schema: columns, values, code lists, references, geometries, topology, files.

Standard: an id (plu_2024, bal_1.4…), the path or the address of a schema, or “auto” to recognise it.
Findings: one point per finding, with the rule, the level (error, warning, information), the code of the national validator where it has one, the value, what is expected and what to do.
All findings are given in one run, none is cut off. The layer itself is never changed.
Only what changed: everything is read again, but what was judged by the last check of the same layer in this session, and is still the same, keeps its verdict: the findings are those of a whole check.</source>
        <translation>Contrôle une couche (telle qu’elle est, modifications en cours comprises), ou le dossier ou le zip d’un document, avec un standard du CNIG ou un schéma national : colonnes, valeurs, listes de codes, références, géométries, topologie, fichiers.

Standard : un identifiant (plu_2024, bal_1.4…), le chemin ou l’adresse d’un schéma, ou « auto » pour le reconnaître.
Anomalies : un point par anomalie, avec la règle, le niveau (erreur, avertissement, information), le code du validateur national quand il en a un, la valeur, ce qui est attendu et ce qu’il faut faire.
Toutes les anomalies sont données en une fois, aucune n’est coupée. La couche elle-même n’est jamais modifiée.
Seulement ce qui a changé : tout est relu, mais ce que le dernier contrôle de la même couche dans cette session a jugé, et qui n’a pas bougé, garde son jugement ; les anomalies sont celles d’un contrôle entier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Checks the folder of a kit, file by file, and opens it: for the territories inside it, the layers come from the kit instead of the services. Everywhere else the services are asked as before.

Without a folder: closes the kit that is open. A kit that was opened once serves again whenever the plugin is offline.</source>
        <translation>Vérifie le dossier d’un kit, fichier par fichier, et l’ouvre : pour les territoires qu’il contient, les couches viennent du kit et non des services. Partout ailleurs, les services sont interrogés comme avant.

Sans dossier : ferme le kit ouvert. Un kit déjà ouvert une fois sert de nouveau chaque fois que l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Choose a commune or an EPCI; for a wider territory, clip the layer urba_document.</source>
        <translation>Choisissez une commune ou un EPCI ; pour un territoire plus vaste, découpez la couche urba_document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <source>Choose a coordinate reference system yourself.</source>
        <translation>Choisissez vous-même un système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Choose a département, an EPCI or a région, or leave “Each commune of them” unticked.</source>
        <translation>Choisissez un département, un EPCI ou une région, ou ne cochez pas « Chacune de leurs communes ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/tables.py"/>
        <source>Choose a field that it has: {names}.</source>
        <translation>Choisissez un champ qu’elle possède : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Choose a field whose values are all different.</source>
        <translation>Choisissez un champ dont les valeurs sont toutes différentes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>Choose a field whose values are unique, or mend them.</source>
        <translation>Choisissez un champ dont les valeurs sont uniques, ou corrigez-les.</translation>
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
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Choose a layer and its standard, then check. The layer is not changed.</source>
        <translation>Choisissez une couche et son standard, puis contrôlez. La couche n’est pas modifiée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Choose a layer of the project</source>
        <translation>Choisissez une couche du projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Choose a layer of the project, or the folder of a document.</source>
        <translation>Choisissez une couche du projet, ou le dossier d’un document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Choose a layer or a selection that has at least one polygon.</source>
        <translation>Choisissez une couche ou une sélection qui contient au moins un polygone.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Choose a layer that has at least one.</source>
        <translation>Choisissez une couche qui en a au moins un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/own_schema.py"/>
        <source>Choose a layer that holds some.</source>
        <translation>Choisissez une couche qui en contient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/own_schema.py"/>
        <source>Choose a layer with attributes.</source>
        <translation>Choisissez une couche qui a des attributs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Choose a layer, or a folder with …</source>
        <translation>Choisir une couche, ou un dossier avec …</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document.py"/>
        <source>Choose a layer, or another standard.</source>
        <translation>Choisissez une couche, ou un autre standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Choose a layer, or the folder of a document, one of the two.</source>
        <translation>Choisissez une couche ou le dossier d’un document, l’un des deux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Choose a new folder: a kit has one of its own.</source>
        <translation>Choisissez un nouveau dossier : un kit a le sien.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Choose a platform, or give the address of one, or the name of a saved connection.</source>
        <translation>Choisissez une plateforme, ou donnez une adresse, ou le nom d’une connexion enregistrée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Choose a standard, or a mapping, which names one.</source>
        <translation>Choisissez un standard, ou une correspondance, qui en nomme un.</translation>
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
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Choose a territory first.</source>
        <translation>Choisissez d’abord un territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>Choose a territory inside it ({territory}), or search for the layer again online.</source>
        <translation>Choisissez un territoire qu’il contient ({territory}), ou cherchez de nouveau la couche en ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>Choose a territory inside one of these kits: {kits}.</source>
        <translation>Choisissez un territoire contenu dans l’un de ces kits : {kits}.</translation>
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
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Choose a territory or partitions, one of the two.</source>
        <translation>Choisissez un territoire ou des partitions, l’un des deux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>Choose a value between 0 and {largest} {unit}.</source>
        <translation>Choisissez une valeur entre 0 et {largest} {unit}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Choose a value, or a pair of values, of the code list.</source>
        <translation>Choisissez une valeur, ou un couple de valeurs, de la liste de codes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/migration.py"/>
        <source>Choose a year in between.</source>
        <translation>Choisissez une année dans cet intervalle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>Choose among: {names}.</source>
        <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>Choose an authentication configuration, or make one with the name and password you were given.</source>
        <translation>Choisissez une configuration d’authentification, ou créez-en une avec le nom et le mot de passe reçus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>Choose another field, or ask for a pseudonym: {choice}</source>
        <translation>Choisissez un autre champ, ou demandez un pseudonyme : {choice}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose another file, or ask for the right to write it.</source>
        <translation>Choisissez un autre fichier, ou demandez le droit d’y écrire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/journal.py"/>
        <location filename="../data_territoires_plugin/publish/records/journal.py"/>
        <source>Choose another folder for it, or make room on the disk.</source>
        <translation>Choisissez un autre dossier pour lui, ou faites de la place sur le disque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/placing.py"/>
        <source>Choose another folder for the delivery.</source>
        <translation>Choisissez un autre dossier pour la livraison.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/files.py"/>
        <source>Choose another folder, and check that you may write there.</source>
        <translation>Choisissez un autre dossier et vérifiez que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Choose another folder, or free some space.</source>
        <translation>Choisissez un autre dossier, ou libérez de la place.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <location filename="../data_territoires_plugin/standards/report_json.py"/>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <location filename="../data_territoires_plugin/standards/template/tables.py"/>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/parquet.py"/>
        <source>Choose another form of the same data (GeoPackage, FlatGeobuf, GeoJSON, CSV), have it converted, or install a QGIS whose GDAL has the Parquet driver.</source>
        <translation>Choisissez une autre forme des mêmes données (GeoPackage, FlatGeobuf, GeoJSON, CSV), faites-la convertir, ou installez un QGIS dont GDAL a le pilote Parquet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms.py"/>
        <source>Choose another form: GeoPackage is always there.</source>
        <translation>Choisissez une autre forme : le GeoPackage est toujours possible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Choose another key, or mend the table in Grist: nothing was changed.</source>
        <translation>Choisissez une autre clé, ou corrigez la table dans Grist : rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Choose another name of layer.</source>
        <translation>Choisissez un autre nom de couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>Choose another name, or move the file away: it may hold what was digitised.</source>
        <translation>Choisissez un autre nom, ou déplacez le fichier : il contient peut-être ce qui a été numérisé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Choose another name, or move this folder elsewhere.</source>
        <translation>Choisissez un autre nom, ou déplacez ce dossier ailleurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/shown.py"/>
        <source>Choose another name, so that nothing of it is lost.</source>
        <translation>Choisissez un autre nom, pour que rien n’en soit perdu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Choose another one, made of letters, digits, - and _.</source>
        <translation>Choisissez-en un autre, fait de lettres, de chiffres, de - et de _.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/placing.py"/>
        <source>Choose another place.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Choose another territory</source>
        <translation>Choisir un autre territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Choose another theme, or clip a real territory online.</source>
        <translation>Choisissez un autre thème, ou découpez un vrai territoire en ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Choose it first, then start again.</source>
        <translation>Choisissez-le d’abord, puis recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>Choose layers that hold features.</source>
        <translation>Choisissez des couches qui contiennent des objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Choose one of these values: {values}.</source>
        <translation>Choisissez l’une de ces valeurs : {values}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Choose one of these: {names}.</source>
        <translation>Choisissez l’un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Choose one of: {expected}.</source>
        <translation>Choisissez parmi : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Choose open layers: restricted data can&apos;t be handed on.</source>
        <translation>Choisissez des couches ouvertes : des données réservées ne se transmettent pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>Choose or create one in Settings &gt; Options &gt; Authentication.</source>
        <translation>Choisissez-en une ou créez-la dans Préférences &gt; Options &gt; Authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Choose territories or perimeters, one of the two.</source>
        <translation>Choisissez des territoires ou des périmètres, l’un des deux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Choose the authentication configuration that holds a key, or ask to be an editor of it.</source>
        <translation>Choisissez la configuration d’authentification qui contient une clé, ou demandez à en être éditeur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Choose the columns that hold the address.</source>
        <translation>Choisissez les colonnes qui contiennent l’adresse.</translation>
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
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>Choose the field that identifies a feature for good: {names}.</source>
        <translation>Choisissez le champ qui identifie durablement un objet : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Choose the field that identifies a feature in both; fields there: {names}.</source>
        <translation>Choisissez le champ qui identifie un objet des deux côtés ; champs là-bas : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Choose the file that the platform has exported.</source>
        <translation>Choisissez le fichier que la plateforme a exporté.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>Choose the folder of the document, or its zip.</source>
        <translation>Choisissez le dossier du document, ou son zip.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Choose the folder of the kit.</source>
        <translation>Choisissez le dossier du kit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/pieces.py"/>
        <source>Choose the folder that holds only the pieces of this document.</source>
        <translation>Choisissez le dossier qui ne contient que les pièces de ce document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/pieces.py"/>
        <source>Choose the folder that holds the PDF files, or leave it empty.</source>
        <translation>Choisissez le dossier qui contient les fichiers PDF, ou laissez vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>Choose the folder that holds the tables and the documents, named as the standard says.</source>
        <translation>Choisissez le dossier qui contient les tables et les pièces, nommé comme le veut le standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>Choose the folder that “Make a kit” wrote, with its file {name}.</source>
        <translation>Choisissez le dossier écrit par « Fabriquer un kit », celui qui contient {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/added.py"/>
        <source>Choose the layer that another mapping has written for the same table.</source>
        <translation>Choisissez la couche qu’une autre correspondance a écrite pour la même table.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Choose the layer to publish.</source>
        <translation>Choisissez la couche à publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Choose the layers to deliver.</source>
        <translation>Choisissez les couches à livrer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Choose the name of a file.</source>
        <translation>Choisissez un nom de fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Choose the standard to check against.</source>
        <translation>Choisissez le standard du contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/validation.py"/>
        <source>Choose the standard, or give the folder the name that it asks for, such as 35238_PLU_20240101.</source>
        <translation>Choisissez le standard, ou donnez au dossier le nom qu’il demande, comme 35238_PLU_20240101.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/validation.py"/>
        <source>Choose the standard, or map the columns to it first.</source>
        <translation>Choisissez le standard, ou établissez d’abord la correspondance des champs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Choose {name}</source>
        <translation>Choisir {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>Clip a smaller territory, or choose another source.</source>
        <translation>Découpez un territoire plus petit, ou choisissez une autre source.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <source>Clip a smaller territory, or the same layer of another source.</source>
        <translation>Découpez un territoire plus petit, ou la même couche d’une autre source.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Clip again once the service answers.</source>
        <translation>Découpez de nouveau quand le service répondra.</translation>
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
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Clip reference layers to many territories</source>
        <translation>Découper des couches de référence sur beaucoup de territoires</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Clip several layers to a perimeter</source>
        <translation>Découper plusieurs couches selon un périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair_communes.py"/>
        <source>Clip the communes of the territory first, and give that layer.</source>
        <translation>Découpez d’abord les communes du territoire, et donnez cette couche.</translation>
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
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Clipped GeoPackages of the project</source>
        <translation>GeoPackages découpés du projet</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/run.py"/>
        <source>Close other programs, or check it in parts: filter the layer, by commune for instance.</source>
        <translation>Fermez d’autres programmes, ou contrôlez par parties : filtrez la couche, par commune par exemple.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Close the kit</source>
        <translation>Fermer le kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>Close the programs that have a file of this folder open, check your rights and the room left.</source>
        <translation>Fermez les logiciels qui ont un fichier de ce dossier ouvert, vérifiez vos droits et la place restante.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <source>Code of the national validator:</source>
        <translation>Code du validateur national :</translation>
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
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>collection</source>
        <translation>collection</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Collection, layer or table</source>
        <translation>Collection, couche ou table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>column</source>
        <translation>colonne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Column of the INSEE code</source>
        <translation>Colonne du code INSEE</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Column of the postal code</source>
        <translation>Colonne du code postal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/columns.py"/>
        <source>Column {before} renamed {after}.</source>
        <translation>Colonne {before} renommée {after}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/columns.py"/>
        <source>Column {name} added, empty.</source>
        <translation>Colonne {name} ajoutée, vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/columns.py"/>
        <source>Columns in the order of the standard: {names}.</source>
        <translation>Colonnes dans l’ordre du standard : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Columns of the address, in their order</source>
        <translation>Colonnes de l’adresse, dans leur ordre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Columns of yours, kept: {names}.</source>
        <translation>Colonnes ajoutées par vous, gardées : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>columns of {names}</source>
        <translation>colonnes de {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <source>Columns such as lon and lat, x and y, or a geometry in WKT are recognised; name others in the key geometry_column of the catalogue (“x,y” for two).</source>
        <translation>Les colonnes comme lon et lat, x et y, ou une géométrie en WKT sont reconnues ; nommez les autres dans la clé geometry_column du catalogue (« x,y » s&apos;il y en a deux).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Columns that no field takes: {names}.</source>
        <translation>Colonnes qu’aucun champ ne reprend : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Columns that the layer lacks may go (where a whole dataset is replaced)</source>
        <translation>Les colonnes que la couche n’a pas peuvent disparaître (quand un jeu entier est remplacé)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Columns to publish</source>
        <translation>Colonnes à publier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Columns would be lost there: agree to it, or go back.</source>
        <translation>Des colonnes y seraient perdues : acceptez-le, ou revenez en arrière.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>columns {names}</source>
        <translation>colonnes {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Columns: {ticked} of {all}</source>
        <translation>Colonnes : {ticked} sur {all}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>commune</source>
        <translation>commune</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Compare again</source>
        <translation>Comparer à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>Compare again: nothing is sent</source>
        <translation>Comparer de nouveau : rien n’est envoyé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Compare it by eye with the expected form: {expected}.</source>
        <translation>Comparez-la à l’œil avec la forme attendue : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Compares a layer with what a platform holds, by a field that identifies each feature for good, and sends the difference only. Everything that is sent is read back: what the platform says is not believed.

Dry run: nothing is sent, the plan alone is written in the report.

upsert creates and replaces; mirror also deletes what the layer no longer has; append only creates.

The journal serves to go on after an interruption, or to take the publication back.</source>
        <translation>Compare une couche à ce que contient une plateforme, par un champ qui identifie durablement chaque objet, et n’envoie que la différence. Tout ce qui est envoyé est relu : la plateforme n’est pas crue sur parole.

Simulation : rien n’est envoyé, seul le plan est écrit dans le rapport.

upsert crée et remplace ; mirror supprime aussi ce que la couche n’a plus ; append ne fait que créer.

Le journal sert à reprendre après une interruption, ou à annuler la publication.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Compares the catalogue with the one published at an address; nothing changes before you apply it.</source>
        <translation>Compare le catalogue à celui qui est publié à une adresse ; rien ne change avant que vous ne l’appliquiez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Comparing the layer with the platform… Nothing is sent.</source>
        <translation>Comparaison de la couche avec la plateforme… Rien n’est envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>complete for sure</source>
        <translation>complétude vérifiée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Complete it with zeros: 00012.</source>
        <translation>Complétez-le par des zéros : 00012.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Complete the value; codes keep their leading zeros.</source>
        <translation>Complétez la valeur ; les codes gardent leurs zéros de tête.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Completeness</source>
        <translation>Complétude</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Computes IDURBA and the identifiers of the features again, from the name of the document.</source>
        <translation>Recalcule IDURBA et les identifiants des objets, d’après le nom du document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Conditions of use</source>
        <translation>Conditions d&apos;utilisation</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Conditions: {text}</source>
        <translation>Conditions : {text}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/dock.py"/>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Conformity</source>
        <translation>Conformité</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>Conforms to {standard}, version {version}, {date}.</source>
        <translation>Conforme au standard {standard}, version {version}, {date}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>Conforms to {standard}.</source>
        <translation>Conforme à {standard}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>connections of the network</source>
        <translation>connexions du réseau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Constant value</source>
        <translation>Valeur constante</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>constant value…</source>
        <translation>valeur constante…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>constant: {text}</source>
        <translation>constante : {text}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Convert the layer (Processing toolbox: “Promote to multipart” or “Multipart to singleparts”).</source>
        <translation>Convertissez la couche (boîte à outils de traitements : « Convertir en multi-parties » ou « De morceaux multiples à morceaux uniques »).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Coordinate reference system</source>
        <translation>Système de coordonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>coordinate reference system</source>
        <translation>système de coordonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>coordinates in {columns}</source>
        <translation>coordonnées dans {columns}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/reading.py"/>
        <source>Copy it again, or save it anew from QGIS.</source>
        <translation>Copiez-le à nouveau, ou enregistrez-le de nouveau depuis QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Copy its identifier, or the address of its page, from the site.</source>
        <translation>Copiez son identifiant, ou l’adresse de sa page, depuis le site.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Copy the partition from a feature of the layers of plans (urba_…) or of servitudes (sup_…).</source>
        <translation>Copiez la partition d’un objet des couches du PLU (urba_…) ou des servitudes (sup_…).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Copy the table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>Copy the whole folder again from where it was made.</source>
        <translation>Recopiez le dossier entier depuis l’endroit où il a été fait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Copy the whole folder.</source>
        <translation>Copiez le dossier entier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Correct IDGEN, or add the missing generator.</source>
        <translation>Corrigez l’IDGEN, ou ajoutez le générateur qui manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>Correct it (see “validate”), or tick “Publish it though it does not conform”: it will be said.</source>
        <translation>Corrigez-la (voir « Contrôler »), ou cochez « La publier bien qu’elle ne soit pas conforme » : ce sera dit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Correct it in the catalogue and export the record again.</source>
        <translation>Corrigez-le dans le catalogue et exportez la fiche de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Correct it in the catalogue and export the record again. Expected: {expected}.</source>
        <translation>Corrigez-le dans le catalogue et exportez la fiche de nouveau. Attendu : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/apply.py"/>
        <source>Correct it in the mapping.</source>
        <translation>Corrigez-la dans la correspondance.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Correct one of the two values.</source>
        <translation>Corrigez l’une des deux valeurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Correct one of these values: {value}.</source>
        <translation>Corrigez l’une de ces valeurs : {value}.</translation>
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
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Correct the date.</source>
        <translation>Corrigez la date.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>Correct the file of the cards.</source>
        <translation>Corrigez le fichier des fiches de plateformes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/model.py"/>
        <source>Correct the mapping, or leave it empty to have one proposed.</source>
        <translation>Corrigez la correspondance, ou laissez-la vide pour qu’une autre soit proposée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Correct the name, or the code, of the commune.</source>
        <translation>Corrigez le nom, ou le code, de la commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Correct the number.</source>
        <translation>Corrigez le numéro.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>Correct the setting {name} of the plugin.</source>
        <translation>Corrigez le réglage {name} de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Correct the total, or its parts.</source>
        <translation>Corrigez le total, ou ses parties.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Correct the value, or add the missing row to the other table.</source>
        <translation>Corrigez la valeur, ou ajoutez la ligne qui manque à l’autre table.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Correct the value, or empty it and let the BAL editor give the identifier.</source>
        <translation>Corrigez la valeur, ou videz-la et laissez l’éditeur de BAL donner l’identifiant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Correct the value, then check again.</source>
        <translation>Corrigez la valeur, puis relancez le contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>Correct them in the authentication configuration, then try the connection again.</source>
        <translation>Corrigez-les dans la configuration d’authentification, puis essayez de nouveau la connexion.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Correct them; the file has to be in UTF-8.</source>
        <translation>Corrigez-les ; le fichier doit être en UTF-8.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>could not be checked, kept as it was</source>
        <translation>n’a pas pu être vérifiée, gardée telle quelle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <location filename="../data_territoires_plugin/publish/undoing.py"/>
        <source>could not be put back</source>
        <translation>n’a pas pu être remis</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>coverage of the perimeter</source>
        <translation>couverture du périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Covers: {place}</source>
        <translation>Territoire couvert : {place}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>create</source>
        <translation>créer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>create and replace</source>
        <translation>créer et remplacer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>Create it first, or correct its name (schema.table).</source>
        <translation>Créez-la d’abord, ou corrigez son nom (schéma.table).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>Create it there, or correct the address.</source>
        <translation>Créez-le sur place, ou corrigez l’adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Create it with exactly this name, and put the pieces that go there.</source>
        <translation>Créez-le exactement sous ce nom, et mettez-y les pièces prévues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>Create it, or plug in the drive that holds it, then try again.</source>
        <translation>Créez-le, ou branchez le lecteur qui le contient, puis recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/secured.py"/>
        <source>Create one at cartes.gouv.fr, save it in QGIS (Settings &gt; Options &gt; Authentication, API header X-Key), then choose it in the options of the extension.</source>
        <translation>Créez-en une sur cartes.gouv.fr, enregistrez-la dans QGIS (Préférences &gt; Options &gt; Authentification, en-tête d’API X-Key), puis choisissez-la dans les options de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>create only</source>
        <translation>créer seulement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Created</source>
        <translation>Créés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Created: {created}, replaced: {replaced}, deleted: {deleted}, unchanged: {unchanged}. The platform holds {there} features.</source>
        <translation>Créés : {created}, remplacés : {replaced}, supprimés : {deleted}, inchangés : {unchanged}. La plateforme contient {there} objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>creation, publication or revision: at least one of the three</source>
        <translation>création, publication ou révision : au moins une des trois</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>CRS</source>
        <translation>Système de coordonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>CRS (that of the law where empty)</source>
        <translation>SCR (la projection légale si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>CRS of the result</source>
        <translation>SCR du résultat</translation>
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
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Cut it at the limit of the perimeter, or check the perimeter that was given.</source>
        <translation>Coupez-la à la limite du périmètre, ou vérifiez le périmètre donné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Cut it at the limit, or move it to its place; some standards allow informations to go beyond.</source>
        <translation>Découpez-le à la limite, ou remettez-le à sa place ; certains standards laissent les informations dépasser.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Cuts the larger of the two features, or the one not chosen, where the overlap is only a sliver.</source>
        <translation>Coupe le plus grand des deux objets, ou celui qui n’est pas choisi, là où le recouvrement n’est qu’un filet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Damaged accents</source>
        <translation>Accents abîmés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/locator.py"/>
        <source>Data Territoires: territories and layers</source>
        <translation>Data Territoires : territoires et couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>data.gouv.fr did not tell its newest file ({reason}): the one of the catalogue</source>
        <translation>data.gouv.fr n&apos;a pas indiqué son fichier le plus récent ({reason}) : celui du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>data.gouv.fr takes title, text, licence, tags and frequency; the rest of the record is not sent.</source>
        <translation>data.gouv.fr prend le titre, le texte, la licence, les mots-clés et la fréquence ; le reste de la fiche n’est pas envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>Dataset</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>dataset of data.gouv.fr</source>
        <translation>jeu de données de data.gouv.fr</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Datasets announced by the catalogues</source>
        <translation>Jeux de données annoncés par les catalogues</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Datasets found</source>
        <translation>Jeux de données trouvés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Datasets per catalogue, at most</source>
        <translation>Jeux de données par catalogue, au plus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Datasets skipped</source>
        <translation>Jeux de données sautés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>date and time</source>
        <translation>date et heure</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>date and time: {form}</source>
        <translation>date et heure : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Date of creation</source>
        <translation>Date de création</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>date of creation</source>
        <translation>date de création</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Date of publication</source>
        <translation>Date de publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>date of publication</source>
        <translation>date de publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Date of the data</source>
        <translation>Date des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>date of the last revision</source>
        <translation>date de dernière révision</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>date of the metadata</source>
        <translation>date des métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>date of the specification</source>
        <translation>date de la spécification</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Date of the version</source>
        <translation>Date de la version</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>date: {form}</source>
        <translation>date : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>dates of the resource</source>
        <translation>dates de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Day of the oldest kept answer used (empty: none)</source>
        <translation>Jour de la plus ancienne réponse conservée qui a servi (vide : aucune)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Decide which of the two the surface belongs to and cut the other one along it, with snapping active.</source>
        <translation>Décidez auquel des deux revient la surface et découpez l’autre le long de celle-ci, accrochage actif.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>decimal comma</source>
        <translation>virgule décimale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Declare the real encoding in the metadata, or write the table again in {expected}: accents would be lost.</source>
        <translation>Déclarez le vrai encodage dans la fiche, ou réécrivez la table en {expected} : les accents seraient perdus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>delegated commune</source>
        <translation>commune déléguée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>delete</source>
        <translation>supprimer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>Delete this file: the catalogue shipped with the extension will be used.</source>
        <translation>Supprimez ce fichier : le catalogue livré avec l’extension servira.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Deleted</source>
        <translation>Supprimés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Deletions allowed</source>
        <translation>Suppressions permises</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Deletions allowed (percent)</source>
        <translation>Suppressions permises (en pourcentage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Deliver (folder or file of a standard)</source>
        <translation>Livrer (dossier ou fichier d’un standard)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Deliver a layer of {expected}, not a table.</source>
        <translation>Livrez une couche géographique ({expected}), et non une table.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Delivered as</source>
        <translation>Livré en</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Delivered: {path}.</source>
        <translation>Livré : {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>deposit of a local address base</source>
        <translation>dépôt d’une base adresse locale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Diagrams.</source>
        <translation>Diagrammes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/words.py"/>
        <location filename="../data_territoires_plugin/standards/shelf.py"/>
        <source>Did you mean {names}?</source>
        <translation>Vouliez-vous dire {names} ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>different</source>
        <translation>différent</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Displacement of neighbouring points: they are drawn where they are.</source>
        <translation>Déplacement des points voisins : ils sont dessinés là où ils sont.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Distance under which a vertex should lie on the corner of a parcel (m)</source>
        <translation>Distance sous laquelle un sommet devrait être sur l’angle d’une parcelle (m)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>distribution format</source>
        <translation>format de distribution</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Do them one after the other, or choose a coordinate reference system yourself.</source>
        <translation>Traitez-les l’un après l’autre, ou choisissez vous-même un système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>DOC_URBA_COM names {count} commune for an intercommunal plan.</source>
        <translation>DOC_URBA_COM nomme {count} commune pour un plan intercommunal.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Document (identifier or name; empty where there is one only)</source>
        <translation>Document (identifiant ou nom ; vide s’il n’y en a qu’un)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>DOCUMENT is one of: {list}.</source>
        <translation>DOCUMENT est l’un de : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>documentation, not data</source>
        <translation>de la documentation, pas des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Documents of the Géoportail de l’urbanisme</source>
        <translation>Documents du Géoportail de l’urbanisme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>does not answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>Does not conform to {standard}: {count} errors.</source>
        <translation>Non conforme à {standard} : {count} erreur(s).</translation>
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
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>Don&apos;t use this archive. Make the zip again from the folder of the document.</source>
        <translation>N’utilisez pas cette archive. Refaites le zip à partir du dossier du document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/loading.py"/>
        <source>Don&apos;t use this kit: ask the person who gave it to you.</source>
        <translation>N’utilisez pas ce kit : adressez-vous à la personne qui vous l’a donné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Doubtful</source>
        <translation>Douteuses</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>Download it whole, and clip it as a layer of your own.</source>
        <translation>Téléchargez-le en entier, et découpez-le comme une couche à vous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Draw effects (shadow, glow, blur…).</source>
        <translation>Effets de dessin (ombre, halo lumineux, flou…).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Draw it, or remove the row.</source>
        <translation>Dessinez-le, ou supprimez la ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Draw on the map</source>
        <translation>Dessiner sur la carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Draw the missing zone, or extend a neighbour. An enclave that is legally outside may be left as it is.</source>
        <translation>Dessinez la zone qui manque, ou étendez une voisine. Une enclave légalement hors du document peut rester ainsi.</translation>
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
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Drop this saved connection: nothing changes on the platform</source>
        <translation>Oublier cette connexion enregistrée : rien ne change sur la plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Dry run: nothing is sent</source>
        <translation>Simulation : rien n’est envoyé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Dry run: nothing was sent.</source>
        <translation>Simulation : rien n’a été envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>département</source>
        <translation>département</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>E-&amp;mail</source>
        <translation>Adresse &amp;électronique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>e-mail address</source>
        <translation>adresse électronique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/sheet.py"/>
        <source>e-mail address of the service</source>
        <translation>adresse électronique du service</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>e-mail addresses of persons</source>
        <translation>adresses électroniques de personnes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Each commune of them</source>
        <translation>Chacune de leurs communes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Each failed line says why.</source>
        <translation>Chaque ligne en échec dit pourquoi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>each file checked</source>
        <translation>chaque fichier vérifié</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Each service is asked one small question; what differs from what is expected is told.</source>
        <translation>Chaque service reçoit une petite question ; ce qui diffère de ce qui est attendu est dit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>each way is made of keys and values, at least service and layer.</source>
        <translation>chaque chemin s’écrit par clés et valeurs, au moins service et layer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/iso_words.py"/>
        <source>Edit it on the portal, or give the layer another identifier.</source>
        <translation>Modifiez-la sur le portail, ou donnez un autre identifiant à la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Edition</source>
        <translation>Millésime</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Edition of the parcels (name of their layer where empty)</source>
        <translation>Millésime des parcelles (nom de leur couche si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>elements on their lines</source>
        <translation>éléments posés sur leurs lignes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/conditions.py"/>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>en</source>
        <translation>fr</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>Entrepôt (IGN)</source>
        <translation>Entrepôt (IGN)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>EPCI</source>
        <translation>EPCI</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>errors</source>
        <translation>erreurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>Errors: {errors}, warnings: {warnings}, information: {infos}.</source>
        <translation>Erreurs : {errors}, avertissements : {warnings}, informations : {infos}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>every change ({count})</source>
        <translation>tous les changements ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>Everybody can see it now: {page}</source>
        <translation>Tout le monde peut le voir : {page}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>everything is read again, as asked</source>
        <translation>tout est relu, comme demandé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Everything is up to date.</source>
        <translation>Tout est à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>Everything was read back, and is right.</source>
        <translation>Tout a été relu, et est exact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Expand all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>expected</source>
        <translation>attendu</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <source>Expected:</source>
        <translation>Attendu :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Expected: {expected} at the latest.</source>
        <translation>Attendu : {expected} au plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Expected: {expected}.</source>
        <translation>Attendu : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Expected: {expected}. Check that it isn&apos;t a postcode.</source>
        <translation>Attendu : {expected}. Vérifiez que ce n’est pas un code postal.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Expected: {expected}. Check the name of the folder and its date too.</source>
        <translation>Attendu : {expected}. Vérifiez aussi le nom du dossier et sa date.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Expected: {expected}. INSEE codes are not postcodes; they keep their leading zero.</source>
        <translation>Attendu : {expected}. Un code INSEE n’est pas un code postal ; il garde son zéro de tête.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>expected: {expected}; found: {found}</source>
        <translation>attendu : {expected} ; trouvé : {found}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>Expected: {what}.</source>
        <translation>Attendu : {what}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Export it again from the catalogue, in ISO 19139.</source>
        <translation>Exportez-la de nouveau du catalogue, en ISO 19139.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Export it to PDF, or take it out of Pieces_ecrites.</source>
        <translation>Exportez-le en PDF, ou retirez-le de Pieces_ecrites.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Expression of {field}</source>
        <translation>Expression de {field}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>expression: {text}</source>
        <translation>expression : {text}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>expression…</source>
        <translation>expression…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Extend the zones as far as the limit, or check that the perimeter is that of the document.</source>
        <translation>Étendez les zones jusqu’à la limite, ou vérifiez que le périmètre est celui du document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Extract a product of the Géoplateforme (account)</source>
        <translation>Extraire un produit de la Géoplateforme (avec un compte)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Extracted: {layers} layers, {features} features.</source>
        <translation>Extrait : {layers} couches, {features} objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>failed: {way}: {reason}</source>
        <translation>en échec : {way} : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Feature</source>
        <translation>Objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>feature</source>
        <translation>objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>feature service (OGC API)</source>
        <translation>flux d’objets (OGC API)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>feature service (WFS-T)</source>
        <translation>flux d’objets (WFS-T)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Feature that gets it</source>
        <translation>Objet qui le reçoit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>Feature {feature}: {count} vertices moved onto corners of parcels, by {distance} m at most.</source>
        <translation>Objet {feature} : {count} sommets posés sur des angles de parcelles, de {distance} m au plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Feature {feature}: {words}</source>
        <translation>Objet {feature} : {words}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>feature {id}</source>
        <translation>objet {id}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>feature {id} (proposed)</source>
        <translation>objet {id} (proposé)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
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
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Features added: {added}, removed: {removed}, modified: {modified}.</source>
        <translation>Objets ajoutés : {added}, supprimés : {removed}, modifiés : {modified}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>features announced: {now}, {before} before</source>
        <translation>objets annoncés : {now}, {before} auparavant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Features checked</source>
        <translation>Objets contrôlés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>features inside the document</source>
        <translation>objets à l’intérieur du document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Features modified</source>
        <translation>Objets modifiés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>Features of the same shape</source>
        <translation>Objets de même forme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Features removed</source>
        <translation>Objets supprimés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Features shown</source>
        <translation>Objets affichés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Features that changed since the last check</source>
        <translation>Objets changés depuis le dernier contrôle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Features that could not be published: {count}. Correct them, then publish again.</source>
        <translation>Objets qui n’ont pas pu être publiés : {count}. Corrigez-les, puis publiez de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Features that cross the perimeter</source>
        <translation>Objets qui traversent le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Features that get the slivers and gaps they touch (identifiers)</source>
        <translation>Objets auxquels rattacher les filets et les trous qu’ils touchent (identifiants)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Features without a row</source>
        <translation>Objets sans ligne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Features without a shape, left aside: {count}.</source>
        <translation>Objets sans géométrie, laissés de côté : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Features written</source>
        <translation>Objets écrits</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>features {id} and {other}</source>
        <translation>objets {id} et {other}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>Fetch one (a .osm.pbf of the département or the région, from download.openstreetmap.fr or download.geofabrik.de), then give its path in the settings of the extension (DATA_TERRITOIRES_OSM).</source>
        <translation>Récupérez-en un (un .osm.pbf du département ou de la région, sur download.openstreetmap.fr ou download.geofabrik.de), puis donnez son chemin dans les réglages de l’extension (DATA_TERRITOIRES_OSM).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>Fetch the file there with a browser, then clip it as a layer of your own.</source>
        <translation>Récupérez-y le fichier avec un navigateur, puis découpez-le comme une couche à vous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>fetched on {date}</source>
        <translation>récupéré le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/assemble.py"/>
        <source>Fetched on {date} from {source} ({way}), clipped to {territory} ({mode}). Features received: {received}; written: {written}; cut: {cut}.</source>
        <translation>Récupéré le {date} depuis {source} ({way}), découpé selon {territory} ({mode}). Objets reçus : {received} ; écrits : {written} ; coupés : {cut}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Fetches a catalogue file from an https address set by the project or by your authority, checks it whole, and shows what it adds, removes and changes.

ACTION: “check” only shows, “apply” puts it in use, “rollback” goes back to the catalogue in use before.
The address is kept: leave it empty the next time.</source>
        <translation>Récupère un fichier de catalogue à une adresse https donnée par le projet ou par votre collectivité, le vérifie en entier et montre ce qu’il ajoute, retire et modifie.

ACTION : « check » montre seulement, « apply » le met en service, « rollback » revient au catalogue en service auparavant.
L’adresse est conservée : laissez-la vide la fois suivante.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Fetches the layers of a territory, of the catalogue or found by a search, into a folder that can be copied to USB keys. On another machine, “Open a kit” gives the same territories and layers, with the same clicks, without network.

The folder holds the data, the contours of the territory and its communes, the entries of the catalogue, a page of the licences, and the checksum of each file. Backgrounds are streams: they are left out. So are restricted data fetched with your key: a kit is made to be handed on.</source>
        <translation>Récupère les couches d’un territoire, du catalogue ou trouvées par une recherche, dans un dossier qui se copie sur des clés USB. Sur une autre machine, « Ouvrir un kit » donne les mêmes territoires et les mêmes couches, avec les mêmes clics, sans réseau.

Le dossier contient les données, les contours du territoire et de ses communes, les fiches du catalogue, une page des licences et l’empreinte de chaque fichier. Les fonds de carte sont des flux : ils n’y sont pas. Les données réservées récupérées avec votre clé non plus : un kit est fait pour être transmis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Fetches the layers of the catalogue around a territory, clips them, and writes them with their styles, metadata and licences into one GeoPackage, with the recipe that allows it to be done again.

LAYERS: ids of the catalogue separated by commas (bdtopo_batiment,cadastre_parcelle), a theme, or “recommended”; or ids that a search in the catalogues of the country has given (datagouv:…, transport:…).
CUT: “entry” leaves each layer its own way (buildings, parcels and addresses are kept whole), “cut” cuts at the perimeter, “whole” keeps the features that cross it whole, “within” keeps only those entirely inside.
A layer that fails does not stop the others: the counts and the report tell which, and why.</source>
        <translation>Récupère les couches du catalogue autour d’un territoire, les découpe et les écrit avec leurs styles, leurs métadonnées et leurs licences dans un seul GeoPackage, avec la recette qui permet de recommencer.

LAYERS : identifiants du catalogue séparés par des virgules (bdtopo_batiment,cadastre_parcelle), un thème, ou « recommended » (les couches recommandées) ; ou identifiants donnés par une recherche dans les catalogues du pays (datagouv:…, transport:…).
CUT : « entry » laisse à chaque couche son mode (bâtiments, parcelles et adresses restent entiers), « cut » coupe au périmètre, « whole » garde entiers les objets qui le traversent, « within » ne garde que ceux qui sont entièrement à l’intérieur.
Une couche qui échoue n’arrête pas les autres : les décomptes et le rapport disent laquelle, et pourquoi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Field of INSEE codes</source>
        <translation>Champ des codes INSEE</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Field of the key</source>
        <translation>Champ de la clé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Field of the standard</source>
        <translation>Champ du standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Field that identifies a feature</source>
        <translation>Champ qui identifie un objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Field that names a perimeter</source>
        <translation>Champ qui nomme un périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Fields filled: {count} of {all}.</source>
        <translation>Champs remplis : {count} sur {all}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Fields modified</source>
        <translation>Champs modifiés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Fields of the standard and what fills them</source>
        <translation>Champs du standard et ce qui les remplit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Fields that are filled</source>
        <translation>Champs remplis</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Fields that nothing fills</source>
        <translation>Champs que rien ne remplit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Fields that the standard asks for and nothing fills</source>
        <translation>Champs demandés par le standard et que rien ne remplit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Fields that the standard asks for and that nothing fills: {names}.</source>
        <translation>Champs demandés par le standard et que rien ne remplit : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Fields to publish (all where empty)</source>
        <translation>Champs à publier (tous si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Fields to write</source>
        <translation>Champs à écrire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>File exported from the platform</source>
        <translation>Fichier exporté de la plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>file of the country</source>
        <translation>fichier national</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>File of the result</source>
        <translation>Fichier du résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>files of a wider territory: those of the communes would be too many</source>
        <translation>fichiers d&apos;un territoire plus large : ceux des communes seraient trop nombreux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>files of the communes</source>
        <translation>fichiers des communes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>files of the communes of the territory: {count}</source>
        <translation>fichiers des communes du territoire : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>files of the départements</source>
        <translation>fichiers des départements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>files of the items of the STAC</source>
        <translation>fichiers des éléments du STAC</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>files read: {count}</source>
        <translation>fichiers lus : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Files that could not be read</source>
        <translation>Fichiers illisibles</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Fill commune_insee with the INSEE code of the commune.</source>
        <translation>Renseignez commune_insee avec le code INSEE de la commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Fill in all of them, or none.</source>
        <translation>Renseignez-les toutes, ou aucune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Fill in one of them at least.</source>
        <translation>Renseignez-en au moins une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Fill it in for this address.</source>
        <translation>Renseignez ce champ pour cette adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Fill it in the catalogue and export the record again.</source>
        <translation>Remplissez-le dans le catalogue et exportez la fiche de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Fill it, or leave it out of what is delivered if the standard allows it.</source>
        <translation>Remplissez-la, ou retirez-la de la livraison si le standard le permet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>Fill it: a feature without identifier can&apos;t be published again without a duplicate.</source>
        <translation>Remplissez-le : un objet sans identifiant ne peut pas être publié de nouveau sans doublon.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Fill position: entrée, bâtiment, parcelle, segment…</source>
        <translation>Renseignez position : entrée, bâtiment, parcelle, segment…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Fill {field} for this feature: the standard wants a value in every row.</source>
        <translation>Renseignez {field} pour cet objet : le standard demande une valeur sur chaque ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>Filled</source>
        <translation>Rempli</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Filled and unique, but numbered by the file: another export may number otherwise.</source>
        <translation>Rempli et unique, mais numéroté par le fichier : un autre export peut numéroter autrement.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Filled by</source>
        <translation>Rempli par</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Filled, and unique.</source>
        <translation>Rempli, et unique.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Fills the code of the commune in which the feature lies; nothing where it lies in several.</source>
        <translation>Remplit le code de la commune où se trouve l’objet ; rien s’il est à cheval sur plusieurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Filter the findings</source>
        <translation>Filtrer les anomalies</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Findings</source>
        <translation>Anomalies</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>Findings by rule</source>
        <translation>Anomalies par règle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Findings left</source>
        <translation>Anomalies restantes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Findings mended</source>
        <translation>Anomalies corrigées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Findings of {name}</source>
        <translation>Anomalies de {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_map.py"/>
        <source>Findings that have a place: {count}.</source>
        <translation>Anomalies localisées : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Findings that the repair brought to light</source>
        <translation>Anomalies révélées par la correction</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Findings to mend (all where empty)</source>
        <translation>Anomalies à corriger (toutes si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Findings: {before} before, {after} after. Changes: {changes}, refused: {refused}.</source>
        <translation>Anomalies : {before} avant, {after} après. Changements : {changes}, refusés : {refused}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <source>fix</source>
        <translation>correction</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Fixes (all where none is chosen)</source>
        <translation>Corrections (toutes si aucune n’est choisie)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Folder of a document…</source>
        <translation>Dossier d’un document…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Folder of the document</source>
        <translation>Dossier du document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Folder of the journal</source>
        <translation>Dossier du journal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Folder of the kit</source>
        <translation>Dossier du kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Folder of the kit (empty: close it)</source>
        <translation>Dossier du kit (vide : le fermer)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Folder of the pieces</source>
        <translation>Dossier des pièces</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Folder of the pieces (beside the result where empty)</source>
        <translation>Dossier des pièces (à côté du résultat si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Folder of the pieces (PDF)</source>
        <translation>Dossier des pièces (PDF)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>folder or WebDAV</source>
        <translation>dossier ou WebDAV</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Folder, or zip, of the delivery</source>
        <translation>Dossier, ou zip, de la livraison</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>footprints of the items of the STAC, asked by the bounding box</source>
        <translation>emprises au sol des éléments du STAC, demandées par l’emprise du périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>For instance 35238, or 35238/habilitation.</source>
        <translation>Par exemple 35238, ou 35238/habilitation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>For instance https://www.data.gouv.fr/datasets/…; publish its data first, if it is new.</source>
        <translation>Par exemple https://www.data.gouv.fr/datasets/… ; publiez d’abord ses données, s’il est nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Forget it</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Forget the saved connection “{name}”?</source>
        <translation>Oublier la connexion enregistrée « {name} » ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Form of dates</source>
        <translation>Forme des dates</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Form of numbers</source>
        <translation>Forme des nombres</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Format: {name}</source>
        <translation>Format : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Former file, kept where somebody had worked in it</source>
        <translation>Fichier précédent, gardé si quelqu’un y avait travaillé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>found</source>
        <translation>trouvé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>Found by a search</source>
        <translation>Trouvées par une recherche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>Found by a search: nobody has said how to cut it; its objects are kept whole.</source>
        <translation>Trouvée par une recherche : rien ne dit comment la couper, ses objets restent entiers.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>found out by asking</source>
        <translation>reconnu en l’interrogeant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <source>Found:</source>
        <translation>Trouvé :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Fourteen digits, the last of which is a check digit: compare with the official directory of companies.</source>
        <translation>Quatorze chiffres, dont le dernier est une clé de contrôle : comparez avec l’Annuaire des entreprises.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Free some disk space, or choose another folder with a shorter path.</source>
        <translation>Libérez de la place sur le disque, ou choisissez un autre dossier au chemin plus court.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <location filename="../data_territoires_plugin/gui/own_catalogue.py"/>
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
        <location filename="../data_territoires_plugin/standards/mapping/propose.py"/>
        <source>from the geometry</source>
        <translation>d’après la géométrie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>from the kit “{title}”, fetched on {date}; {reason}</source>
        <translation>depuis le kit « {title} », récupéré le {date} ; {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>from the point</source>
        <translation>depuis le point</translation>
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
        <location filename="../data_territoires_plugin/standards/repair/slivers.py"/>
        <source>Gap of {area} m² joined to feature {kept}, as chosen; {width} m wide on average.</source>
        <translation>Trou de {area} m² rattaché à l’objet {kept}, comme choisi ; {width} m de large en moyenne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/slivers.py"/>
        <source>Gap of {area} m² joined to feature {kept}, its longest neighbour; {width} m wide on average.</source>
        <translation>Trou de {area} m² rattaché à l’objet {kept}, son plus long voisin ; largeur moyenne {width} m.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>geographic bounding box</source>
        <translation>rectangle de délimitation géographique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>geometry as text: {form}</source>
        <translation>géométrie en texte : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>Geometry of feature {feature} repaired; its area changes by {percent} %.</source>
        <translation>Géométrie de l’objet {feature} réparée ; sa surface change de {percent} %.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>geometry of lines</source>
        <translation>géométrie de lignes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>geometry of points</source>
        <translation>géométrie de points</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>geometry of polygons</source>
        <translation>géométrie de polygones</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Geometry valid in QGIS, but not once its coordinates are cut to 15 digits: {value}.</source>
        <translation>Géométrie valide dans QGIS, mais plus une fois ses coordonnées coupées à 15 chiffres : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>geometry: {what}</source>
        <translation>géométrie : {what}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>GeoNetwork&apos;s interface was read in its sources and not tried against a real one.</source>
        <translation>L&apos;interface de GeoNetwork a été lue dans ses sources, et n&apos;a pas été essayée contre un vrai.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
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
        <location filename="../data_territoires_plugin/parquet.py"/>
        <source>GeoParquet, which this QGIS can&apos;t read (its GDAL has no Parquet driver)</source>
        <translation>GeoParquet, que ce QGIS ne sait pas lire (son GDAL n’a pas le pilote Parquet)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/rest.py"/>
        <source>GeoServer answers {status} where {expected} says that it is done.</source>
        <translation>GeoServer répond {status} là où {expected} dit que c’est fait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/rest.py"/>
        <source>GeoServer did not answer as it should.</source>
        <translation>GeoServer n’a pas répondu comme il le devrait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>GeoServer did not keep what the new store is made of: nothing that is published was touched.</source>
        <translation>GeoServer n’a pas gardé ce dont le nouvel entrepôt est fait : rien de ce qui est publié n’a été touché.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>GeoServer did not take the file as it is: {what}. Nothing that is published was touched.</source>
        <translation>GeoServer n’a pas pris le fichier tel qu’il est : {what}. Rien de ce qui est publié n’a été touché.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/wfs.py"/>
        <source>GeoServer does not say how many features “{layer}” has.</source>
        <translation>GeoServer ne dit pas combien d’objets a « {layer} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>GeoServer has the data of “{name}” without its layer.</source>
        <translation>GeoServer a les données de « {name} » sans leur couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>GeoServer says that the layer shows the new data, and it still shows the former ones.</source>
        <translation>GeoServer dit que la couche montre les nouvelles données, et elle montre encore les anciennes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>GeoServer says that “{name}” is published, and it is not.</source>
        <translation>GeoServer dit que « {name} » est publiée, et elle ne l’est pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>GeoServer: written from its source, not tried on a real GeoServer yet. Check the result there.</source>
        <translation>GeoServer : écrit d’après ses sources, pas encore essayé sur un vrai GeoServer. Vérifiez le résultat sur place.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Give a layer back to a platform: it is compared with what is there, the plan is shown, only the difference is sent, and everything is read back. It can be taken back.</source>
        <translation>Rendez une couche à une plateforme : elle est comparée à ce qui s’y trouve, le plan est montré, seule la différence est envoyée, et tout est relu. La publication peut être annulée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Give a point, an address or a layer of points: one of the three.</source>
        <translation>Donnez un point, une adresse ou une couche de points : l’un des trois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give all addresses of the street the same id_ban_toponyme.</source>
        <translation>Donnez le même id_ban_toponyme à toutes les adresses de la voie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Give an address or a file, one of the two.</source>
        <translation>Donnez une adresse ou un fichier, l’un des deux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>Give an authentication configuration whose account may edit records there.</source>
        <translation>Donnez une configuration d&apos;authentification dont le compte peut y modifier des fiches.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give both; 99999 is the number of a place without numbers.</source>
        <translation>Donnez les deux ; 99999 est le numéro d’un lieu-dit sans numéro.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give each address its own identifier.</source>
        <translation>Donnez à chaque adresse son propre identifiant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Give each extent an identifier of its own: points, lines and surfaces share one numbering.</source>
        <translation>Donnez à chaque assiette son propre identifiant : points, lignes et surfaces partagent une même numérotation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Give each feature an identifier of its own, or remove the duplicates.</source>
        <translation>Donnez à chaque objet son propre identifiant, ou supprimez les doublons.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Give each generator an identifier of its own: points, lines and surfaces share one numbering.</source>
        <translation>Donnez à chaque générateur son propre identifiant : points, lignes et surfaces partagent une même numérotation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give each street its own identifier.</source>
        <translation>Donnez à chaque voie son propre identifiant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give identifiers to all addresses, or to none.</source>
        <translation>Donnez des identifiants à toutes les adresses, ou à aucune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Give it (“COLLECTION”): letters, digits, - and _.</source>
        <translation>Donnez-le (« COLLECTION ») : lettres, chiffres, - et _.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/names.py"/>
        <source>Give it in the parameter DOCUMENT, in this form: {form}.</source>
        <translation>Donnez-le dans le paramètre DOCUMENT, sous cette forme : {form}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Give it one (right click, “Layer CRS”). Expected: {expected}.</source>
        <translation>Donnez-lui-en un (clic droit, « SCR de la couche »). Attendu : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>Give it one (“Layer CRS”), then try again.</source>
        <translation>Donnez-lui-en un (« SCR de la couche »), puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Give it, for instance {example}.</source>
        <translation>Donnez-la, par exemple {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>Give its https address.</source>
        <translation>Donnez son adresse https.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Give one to its layer: right click, “Layer CRS”, then try again.</source>
        <translation>Donnez-en un à sa couche : clic droit, « SCR de la couche », puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>Give the address of a catalogue (catalog.json), a collection or a STAC API.</source>
        <translation>Donnez l’adresse d’un catalogue (catalog.json), d’une collection ou d’une API STAC.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/probing.py"/>
        <source>Give the address of a GeoNetwork, of a CSW or of a collection of records, or choose the kind yourself.</source>
        <translation>Donnez l&apos;adresse d&apos;un GeoNetwork, d&apos;un CSW ou d&apos;une collection de fiches, ou choisissez le type vous-même.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/probing.py"/>
        <source>Give the address of an OGC API, of a WFS-T or of a GeoServer, or choose the kind yourself.</source>
        <translation>Donnez l’adresse d’une OGC API, d’un WFS-T ou d’un GeoServer, ou choisissez vous-même le type.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_place.py"/>
        <source>Give the address of one in METADATA.</source>
        <translation>Donnez l’adresse d’un catalogue dans METADATA.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>Give the address of one of its collections, or of a STAC API.</source>
        <translation>Donnez l’adresse d’une de ses collections, ou d’une API STAC.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>Give the address of one: {url}/collections/NAME ({names}).</source>
        <translation>Donnez l&apos;adresse de l&apos;une d&apos;elles : {url}/collections/NOM ({names}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Give the address of the catalogue, or untick the record.</source>
        <translation>Donnez l’adresse du catalogue, ou décochez la fiche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>Give the address of the collection of records: …/collections/NAME.</source>
        <translation>Donnez l&apos;adresse de la collection de fiches : …/collections/NOM.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Give the address of the platform.</source>
        <translation>Donnez l’adresse de la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/journal.py"/>
        <location filename="../data_territoires_plugin/publish/records/journal.py"/>
        <source>Give the file named JOURNAL by the publication.</source>
        <translation>Donnez le fichier que la publication a nommé JOURNAL.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>Give the file named JSON by “validate”.</source>
        <translation>Donnez le fichier que le contrôle nomme JSON.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Give the https address that the project or your authority published.</source>
        <translation>Donnez l’adresse https publiée par le projet ou par votre collectivité.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>Give the id of a standard, or the path or address of a schema.</source>
        <translation>Donnez l’identifiant d’un standard, ou le chemin ou l’adresse d’un schéma.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>Give the ids of layers, a theme, or “recommended”.</source>
        <translation>Donnez des identifiants de couches, un thème, ou « recommended » (les couches conseillées).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/findings_layer.py"/>
        <source>Give the layer of findings that the check made.</source>
        <translation>Donnez la couche d’anomalies produite par le contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>Give the layers of your own files in a catalogue of your own (parameter CATALOGUE).</source>
        <translation>Décrivez les couches de vos propres fichiers dans votre propre catalogue (paramètre CATALOGUE).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Give the name of the layer there.</source>
        <translation>Donnez le nom de la couche là-bas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Give the numbers that the findings name, such as “41, 57”.</source>
        <translation>Donnez les numéros que citent les anomalies, comme « 41, 57 ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give the three identifiers, or none.</source>
        <translation>Donnez les trois identifiants, ou aucun.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Give the true number of the address.</source>
        <translation>Donnez le vrai numéro de l’adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>Give them in Settings &gt; Options &gt; Network &gt; Proxy.</source>
        <translation>Renseignez-les dans Préférences &gt; Options &gt; Réseau &gt; Proxy.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Give what is missing, then check again.</source>
        <translation>Donnez ce qui manque, puis relancez le contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Gives codes their leading zeros back (INSEE, SIREN, code lists); a column of numbers becomes text.</source>
        <translation>Rend aux codes leurs zéros de tête (INSEE, SIREN, listes de codes) ; une colonne de nombres devient du texte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Go back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>Go back to the one before (“Update the catalogue”, rollback), then apply the update again.</source>
        <translation>Revenez au précédent (« Mettre à jour le catalogue », rollback), puis appliquez de nouveau la mise à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Go on with “Resume”.</source>
        <translation>Continuez par « Reprendre ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Go on with “Resume”: it is sent again; or take the publication back with “Undo”.</source>
        <translation>Continuez par « Reprendre » : il est renvoyé ; ou annulez la publication par « Annuler ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Go online once for this territory: it will then stay usable offline.</source>
        <translation>Passez une fois en ligne pour ce territoire : il restera ensuite utilisable hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Go online once for this territory: its contour will then stay usable offline.</source>
        <translation>Connectez-vous une fois pour ce territoire : son contour restera ensuite utilisable hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Goes back to the catalogue in use before</source>
        <translation>Revient au catalogue utilisé auparavant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_again.py"/>
        <source>Goes on with a publication that was interrupted: looks at what the platform really holds, then sends what is left of the plan. Nothing is sent twice.</source>
        <translation>Reprend une publication interrompue : regarde ce que la plateforme contient vraiment, puis envoie ce qui reste du plan. Rien n’est envoyé deux fois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>Gone from the source, kept because you wrote in it: {keys}.</source>
        <translation>Disparus de la source, gardés parce que vous les avez complétés : {keys}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Greatest width of the slivers and gaps that are mended (m)</source>
        <translation>Plus grande largeur des filets et des trous corrigés (m)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>Grist table</source>
        <translation>table Grist</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Grist took the rows, and {count} of {whole} do not say what was sent: {names}.</source>
        <translation>Grist a pris les lignes, et {count} sur {whole} ne disent pas ce qui a été envoyé : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Grist: written from its source, not tried on a real Grist yet. Check the result there.</source>
        <translation>Grist : écrit d’après son code source, pas encore essayé sur un vrai Grist. Vérifiez le résultat là-bas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Group that owns a new record (GeoNetwork)</source>
        <translation>Groupe propriétaire d&apos;une nouvelle fiche (GeoNetwork)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Grouping of neighbouring points: each one is drawn.</source>
        <translation>Regroupement des points voisins : chacun est dessiné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>Grown since, beyond its limits: {list}. Use the territory of today, or a layer of your own.</source>
        <translation>Agrandies depuis, au-delà de ses limites : {list}. Prenez le territoire d’aujourd’hui, ou votre propre couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>Géoplateforme download, archives of the départements</source>
        <translation>téléchargement de la Géoplateforme, archives des départements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>Géoplateforme WFS</source>
        <translation>WFS de la Géoplateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>Géoplateforme, parts of the file of the country</source>
        <translation>Géoplateforme, parties du fichier national</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>Have it checked by whoever publishes it, or load another version.</source>
        <translation>Faites-le vérifier par qui le publie, ou chargez une autre version.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Heat map.</source>
        <translation>Carte de chaleur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Hide the findings ticked as treated</source>
        <translation>Masquer les anomalies cochées comme traitées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Hole in the coverage: {value}.</source>
        <translation>Lacune : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>holes cut the inside of the polygon in two</source>
        <translation>des trous coupent l’intérieur du polygone en deux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>Holes in the coverage</source>
        <translation>Trous dans la couverture</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>how precise the data are</source>
        <translation>quelle est la précision des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>how the data are found and named in a catalogue</source>
        <translation>comment les données se trouvent et se nomment dans un catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>IDASS “{value}” is there {count} times in the tables of extents.</source>
        <translation>L’IDASS « {value} » est présent {count} fois dans les tables d’assiettes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Identi&amp;fier</source>
        <translation>&amp;Identifiant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>identifier of 32 hexadecimal digits (UUID)</source>
        <translation>identifiant de 32 chiffres hexadécimaux (UUID)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Identifier of a feature</source>
        <translation>Identifiant d’un objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>identifier of the record</source>
        <translation>identifiant de la fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Identifiers of the document</source>
        <translation>Identifiants du document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>IDGEN “{value}” is there {count} times in the tables of generators.</source>
        <translation>L’IDGEN « {value} » est présent {count} fois dans les tables de générateurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>If its producer allows it, tick “Publish data whose licence reserves them all the same”.</source>
        <translation>Si son producteur le permet, cochez « Publier tout de même des données que leur licence réserve ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>If the network really ends there, nothing has to be done.</source>
        <translation>Si le réseau finit vraiment là, il n’y a rien à faire.</translation>
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
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>In QGIS: extension Data Territoires, “Open a kit”, then choose this folder. The same layers are clipped with the same clicks, without network. Copy the whole folder; a file that was changed is refused.</source>
        <translation>Dans QGIS : extension Data Territoires, « Ouvrir un kit », puis choisissez ce dossier. Les mêmes couches se découpent avec les mêmes clics, sans réseau. Copiez le dossier entier ; un fichier modifié est refusé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>in the &amp;view</source>
        <translation>dans la v&amp;ue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>In the conformity, write for example “CNIG PLU v2024”, with the date of publication of the standard.</source>
        <translation>Dans la conformité, écrivez par exemple « CNIG PLU v2024 », avec la date de publication du standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <source>In the standard:</source>
        <translation>Dans le standard :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>In use again: {name}.</source>
        <translation>De nouveau en service : {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>In use: {name}.</source>
        <translation>En service : {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>In use: {name}. “rollback” goes back to the one before.</source>
        <translation>En service : {name}. « rollback » revient au précédent.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>in which coordinates the data are</source>
        <translation>dans quelles coordonnées sont les données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Information</source>
        <translation>Informations</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>information</source>
        <translation>information</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>INSEE code from the geometry</source>
        <translation>Code INSEE d’après la géométrie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>INSEE codes: give a territory or a layer of communes.</source>
        <translation>Codes INSEE : donnez un territoire ou une couche de communes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>INSEE&apos;s service may have changed: use a layer of your own as the perimeter.</source>
        <translation>Le service de l’Insee a peut-être changé : prenez une couche à vous comme périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>INSPIRE asks for the encoding of the data</source>
        <translation>INSPIRE demande l&apos;encodage des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>INSPIRE asks for the language of the data</source>
        <translation>INSPIRE demande la langue des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>INSPIRE t&amp;heme</source>
        <translation>Th&amp;ème INSPIRE</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>INSPIRE tells two data sets apart by it</source>
        <translation>INSPIRE distingue deux jeux de données par lui</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/selections.py"/>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <location filename="../data_territoires_plugin/standards/shelf.py"/>
        <source>Install the plugin again.</source>
        <translation>Réinstallez l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>interrupted: resume it, or take it back</source>
        <translation>interrompue : reprenez-la, ou annulez-la</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Invalid geometries</source>
        <translation>Géométries invalides</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Invalid geometry: {value}.</source>
        <translation>Géométrie invalide : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Inverted polygons: the inside is drawn.</source>
        <translation>Polygones inversés : c’est l’intérieur qui est dessiné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>IRIS</source>
        <translation>IRIS</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/crs.py"/>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>It allows: {list}.</source>
        <translation>Il admet : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>It answers, and “{name}” is there.</source>
        <translation>Elle répond, et « {name} » s’y trouve.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>It answers.</source>
        <translation>Elle répond.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>It answers. Choose one of its {count} layers.</source>
        <translation>Elle répond. Choisissez une de ses {count} couches.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/addresses.py"/>
        <source>It begins with https:// and the name of the server, as https://www.example.fr/geoserver.</source>
        <translation>Elle commence par https:// et le nom du serveur, comme https://www.exemple.fr/geoserver.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>It begins with https://.</source>
        <translation>Elle commence par https://.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>it belongs to {name}</source>
        <translation>elle appartient à {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>it can&apos;t be opened ({reason}).</source>
        <translation>il ne peut pas être ouvert ({reason}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>it can&apos;t be read</source>
        <translation>elle ne peut pas être lue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <source>It counts them wrongly for now: restart its service, or publish by WFS-T.</source>
        <translation>Elle les compte mal pour l’instant : faites redémarrer son service, ou publiez par une autre voie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>It follows a feature from one publication to the next: filled, unique, and for good.</source>
        <translation>Il suit un objet d’une publication à l’autre : rempli, unique, et durable.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>It goes on there: run it again later, the same extraction will be fetched.</source>
        <translation>Elle continue là-bas : relancez plus tard, la même extraction sera récupérée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>It goes on there: “Resume” will take it up where it is.</source>
        <translation>Il continue là-bas : « Reprendre » le retrouvera où il en est.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>it has no features (maps, tiles or coverages)</source>
        <translation>elle n’a pas d’objets (cartes, tuiles ou grilles)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>it has the row policy {name}</source>
        <translation>elle a la politique de lignes {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>it has the trigger {name}</source>
        <translation>elle a le déclencheur {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>it holds no standard “{name}”.</source>
        <translation>il ne contient pas de standard « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>it is a part of {name}</source>
        <translation>elle fait partie de {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>It is never made by the plugin: ask its administrator. Yours: {names}.</source>
        <translation>L’extension n’en crée jamais : demandez à son administrateur. Les vôtres : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>It is no longer in the catalogue: kept as it was.</source>
        <translation>Elle n’est plus au catalogue : gardée telle quelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>it is not a file of standards of format {number}.</source>
        <translation>ce n’est pas un fichier de standards au format {number}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>it is not a plain table ({name})</source>
        <translation>ce n&apos;est pas une simple table ({name})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>it is not JSON ({reason}).</source>
        <translation>ce n’est pas du JSON ({reason}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>It is not your doing: try again later.</source>
        <translation>Vous n’y êtes pour rien : réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>it is replicated ({name})</source>
        <translation>elle est répliquée ({name})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>It is still a draft, that only your organization sees. Look at it, then publish it there: {page}</source>
        <translation>C’est encore un brouillon, que seule votre organisation voit. Regardez-le, puis publiez-le là-bas : {page}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>it is too large for a mapping.</source>
        <translation>il est trop gros pour une correspondance.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>It is written like {example}.</source>
        <translation>Il s’écrit comme {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/identifiers.py"/>
        <source>it lies in several communes: {codes}</source>
        <translation>il est à cheval sur plusieurs communes : {codes}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>It limits what it gives at once: ask its administrator for more.</source>
        <translation>Il limite ce qu&apos;il donne en une fois : demandez davantage à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>It may be being published: try again in a few minutes.</source>
        <translation>Il est peut-être en cours de publication : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>It may be under maintenance, or take this for spam: ask its support.</source>
        <translation>Il est peut-être en maintenance, ou prend cet envoi pour un abus : demandez à son support.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>It must be a .osm.pbf, a .osm (also .gz) or a GeoPackage; a .osm.bz2 is to be unpacked first.</source>
        <translation>Il faut un .osm.pbf, un .osm (même .gz) ou un GeoPackage ; un .osm.bz2 est à décompresser d’abord.</translation>
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
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>It must be near a road, in France: move it.</source>
        <translation>Il doit être près d’une route, en France : déplacez-le.</translation>
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
        <location filename="../data_territoires_plugin/standards/repair/propose.py"/>
        <source>it would bring another fault: decide by hand</source>
        <translation>cela amènerait une autre anomalie : à décider à la main</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>It writes {formats}: name such a file, or add one.</source>
        <translation>Elle écrit {formats} : désignez un tel fichier, ou ajoutez-en un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>its address did not answer the last time the catalogue tried it</source>
        <translation>son adresse n’a pas répondu au dernier essai du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>its address is not one of the web</source>
        <translation>son adresse n’est pas une adresse web</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>Its address may have changed: fetch it by hand from {page}, then open the zip.</source>
        <translation>Son adresse a peut-être changé : récupérez-la à la main depuis {page}, puis ouvrez le zip.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>its answer is not what it promises</source>
        <translation>sa réponse n’est pas celle qu’il promet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>its area would change by {percent} %: decide what it should be</source>
        <translation>sa surface changerait de {percent} % : à vous de décider de son tracé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>Its code may have changed this year: search it by name.</source>
        <translation>Son code a peut-être changé cette année : cherchez-le par son nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Its columns: {list}. Rename the fields of the layer, or add the columns in Grist.</source>
        <translation>Ses colonnes : {list}. Renommez les champs de la couche, ou ajoutez les colonnes dans Grist.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Its documents: {list}.</source>
        <translation>Ses documents : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>Its file was moved, changed or damaged during the run: open it again and retry.</source>
        <translation>Son fichier a été déplacé, modifié ou endommagé pendant le contrôle : rouvrez-le et recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>its files are not those of a kit.</source>
        <translation>ses fichiers ne sont pas ceux d’un kit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Its files: {names}.</source>
        <translation>Ses fichiers : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>Its form is described in the documentation; the algorithm “map” writes one.</source>
        <translation>Sa forme est décrite dans la documentation ; le traitement « map » en écrit une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>its format is not told</source>
        <translation>son format n’est pas indiqué</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>Its layers: {names}.</source>
        <translation>Ses couches : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>Its layers: {names}. Another one must first be made there, by its administrator.</source>
        <translation>Ses couches : {names}. Une autre doit d’abord y être créée, par son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>its manifest is damaged.</source>
        <translation>son manifeste est abîmé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>its manifest is too large.</source>
        <translation>son manifeste est trop gros.</translation>
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
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Its names: {words}.</source>
        <translation>Ses noms : {words}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/propose.py"/>
        <source>its numbers are in another unit: multiplied by {factor}</source>
        <translation>ses nombres sont dans une autre unité : multipliés par {factor}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>its outline would cross itself or lose a part</source>
        <translation>son contour se croiserait ou perdrait une partie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>Its perimeter may hold nothing: check it, then try again.</source>
        <translation>Son périmètre ne contient peut-être rien : vérifiez-le, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Its producer allows it: publish all the same</source>
        <translation>Son producteur l’autorise : publier tout de même</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Its record…</source>
        <translation>La fiche…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>its shape is not of the kind that the platform holds.</source>
        <translation>sa géométrie n’est pas du type que contient la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>its shape is not valid: repair it first.</source>
        <translation>sa géométrie n’est pas valide : réparez-la d’abord.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>its shape lies outside the world.</source>
        <translation>sa géométrie est hors du monde.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>its shape lies where its CRS is of no use: the layer may have been given the wrong CRS.</source>
        <translation>sa géométrie tombe là où sa projection n’a pas cours : la couche a peut-être reçu la mauvaise projection.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/geopackage.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <location filename="../data_territoires_plugin/standards/engine/choose.py"/>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>Its tables: {names}.</source>
        <translation>Ses tables : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/propose.py"/>
        <source>its values are those of the field</source>
        <translation>ses valeurs sont celles du champ</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Its version may be one that this plugin does not know: tell its authors.</source>
        <translation>Sa version est peut-être inconnue de l’extension : signalez-le à ses auteurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Joins a small gap to the neighbour that shares the longest side with it, or to the one chosen.</source>
        <translation>Rattache un petit trou au voisin du plus long côté commun, ou à celui qui est choisi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_again.py"/>
        <source>Journal of the publication</source>
        <translation>Journal de la publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>keep features whole</source>
        <translation>garder les objets entiers</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Keep one of the two names.</source>
        <translation>Gardez un seul des deux noms.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>Keep one of them, or merge them first.</source>
        <translation>Gardez l’une des deux, ou fusionnez-les d’abord.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Keep one record for the document.</source>
        <translation>Gardez une seule fiche pour le document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Keep one row for the document.</source>
        <translation>Gardez une seule ligne pour le document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Keep the polygons of one territory, and clip the others separately.</source>
        <translation>Gardez les polygones d’un seul territoire, et découpez les autres à part.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>kept as it is</source>
        <translation>gardée telle quelle</translation>
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
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Key of Grist (authentication)</source>
        <translation>Clé de Grist (authentification)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>keys and values are expected.</source>
        <translation>des clés et des valeurs sont attendues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>keys and values are expected: {{commune: code_insee}}.</source>
        <translation>des clés et des valeurs sont attendues : {{commune: code_insee}}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Keys are kept by QGIS&apos;s authentication manager, encrypted; nothing else knows them.</source>
        <translation>Les clés sont gardées, chiffrées, par le gestionnaire d’authentification de QGIS ; rien d’autre ne les connaît.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>keyword</source>
        <translation>mot clé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>keywords</source>
        <translation>mots-clés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Keywords, with an INSPIRE theme</source>
        <translation>Mots-clés, dont un thème INSPIRE</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Kind of catalogue</source>
        <translation>Type de catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Kind of catalogue: {type}.</source>
        <translation>Type de catalogue : {type}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Kind of platform</source>
        <translation>Type de plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_place.py"/>
        <source>Kind of platform: {type}.</source>
        <translation>Type de plateforme : {type}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/destinations.py"/>
        <source>kinds and their addresses are expected: {{ogcapi: https://…}}.</source>
        <translation>des types et leurs adresses sont attendus : {{ogcapi: https://…}}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Kinds of symbols: {names}.</source>
        <translation>Types de symboles : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Kit made: {count} layer, {size}.</source>
        <translation>Kit fabriqué : {count} couche, {size}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Kit made: {count} layers, {size}.</source>
        <translation>Kit fabriqué : {count} couches, {size}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>kit “{title}”</source>
        <translation>kit « {title} »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Kit “{title}” in {folder}: {size} MB. Copy the whole folder to the keys.</source>
        <translation>Kit « {title} » dans {folder} : {size} Mo. Copiez le dossier entier sur les clés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Kit “{title}” open: {territory}.</source>
        <translation>Kit « {title} » ouvert : {territory}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Kit “{title}”, made on {date}: {territory}, layers: {count}.</source>
        <translation>Kit « {title} », fait le {date} : {territory}, couches : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/opening.py"/>
        <location filename="../data_territoires_plugin/publish/records/__init__.py"/>
        <source>Known kinds: {types}.</source>
        <translation>Types connus : {types}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Known platforms: {names}.</source>
        <translation>Plateformes connues : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>Known: OGC API Features and Records, WFS, WMS, WMTS, ArcGIS FeatureServer, STAC, CSW, files.</source>
        <translation>Reconnus : OGC API Features et Records, WFS, WMS, WMTS, FeatureServer d’ArcGIS, STAC, CSW, fichiers.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/registry.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/resolve.py"/>
        <location filename="../data_territoires_plugin/sources/json_apis.py"/>
        <source>Known: {names}.</source>
        <translation>Connus : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>La&amp;yer</source>
        <translation>Co&amp;uche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style.py"/>
        <source>Labels that are computed by an expression: they are not sent.</source>
        <translation>Étiquettes calculées par une expression : elles ne sont pas envoyées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Lacking: {what}</source>
        <translation>Il manque : {what}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>language of the metadata</source>
        <translation>langue des métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>language of the resource</source>
        <translation>langue de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Largest archive (MB)</source>
        <translation>Archive la plus lourde (Mo)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>last good answer</source>
        <translation>dernière bonne réponse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Last good answer: {date}; it is used in offline mode.</source>
        <translation>Dernière bonne réponse : {date} ; le mode hors ligne l’utilise.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Last good answers</source>
        <translation>Dernières bonnes réponses</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>latitude</source>
        <translation>latitude</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>layer</source>
        <translation>couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Layer of the standard</source>
        <translation>Couche au standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Layer of the standard to whose rows these are added, in the result</source>
        <translation>Couche du standard aux lignes de laquelle celles-ci s’ajoutent, dans le résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Layer or document to check</source>
        <translation>Couche ou document à contrôler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Layer t&amp;here</source>
        <translation>Couche là-&amp;bas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Layer to publish</source>
        <translation>Couche à publier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <source>Layer:</source>
        <translation>Couche :</translation>
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
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Layers (ids, theme or “recommended”)</source>
        <translation>Couches (identifiants, thème ou « recommended »)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Layers added</source>
        <translation>Couches ajoutées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Layers are being edited: {names}.</source>
        <translation>Des couches sont en cours d’édition : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Layers changed</source>
        <translation>Couches modifiées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Layers clipped</source>
        <translation>Couches découpées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers clipped: {done}, failed: {failed}, in {seconds} s.</source>
        <translation>Couches découpées : {done}, en échec : {failed}, en {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Layers found</source>
        <translation>Couches trouvées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Layers left as they were</source>
        <translation>Couches laissées telles quelles</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Layers left as they were: {count}; the report says why.</source>
        <translation>Couches laissées telles quelles : {count} ; le rapport dit pourquoi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Layers left out</source>
        <translation>Couches laissées de côté</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/locator.py"/>
        <source>Layers of the catalogue</source>
        <translation>Couches du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Layers out of date</source>
        <translation>Couches en retard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Layers removed</source>
        <translation>Couches retirées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Layers that can be clipped</source>
        <translation>Couches qui peuvent être découpées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Layers that can be clipped: {count}; left out: {left}.</source>
        <translation>Couches qui peuvent être découpées : {count} ; laissées de côté : {left}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Layers that can&apos;t be opened again: {names}.</source>
        <translation>Des couches ne se rouvrent pas : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Layers that failed</source>
        <translation>Couches en échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Layers that failed, or are older than this kit</source>
        <translation>Couches en échec, ou plus anciennes que ce kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Layers that the kit in use does not have</source>
        <translation>Couches que le kit utilisé n’a pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/project.py"/>
        <source>Layers to digitise</source>
        <translation>Couches à numériser</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Layers unchanged</source>
        <translation>Couches inchangées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Leave alone what is already there</source>
        <translation>Laisser tel quel ce qui est déjà là</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>leave out</source>
        <translation>écarter</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>Leave this layer out, or make the kit again with it.</source>
        <translation>Laissez cette couche de côté, ou refaites le kit avec elle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>Leave this layer out, or update the extension.</source>
        <translation>Retirez cette couche, ou mettez à jour l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>Left ({count})</source>
        <translation>Restantes ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>left alike</source>
        <translation>inchangés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>length (m)</source>
        <translation>longueur (m)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Let everybody see the record once it is verified</source>
        <translation>Montrer la fiche à tous une fois vérifiée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Letters without accents, figures, _ . and -, a letter first.</source>
        <translation>Lettres sans accent, chiffres, _ . et -, une lettre en premier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>Li&amp;cence</source>
        <translation>Li&amp;cence</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Licence (that of the layer where empty)</source>
        <translation>Licence (celle de la couche si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Licence and mention</source>
        <translation>Licence et mention</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/licences.py"/>
        <source>Licence not stated: ask the producer</source>
        <translation>Licence non précisée : à demander au producteur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Licence, source and date of each layer: {file}.</source>
        <translation>Licence, source et date de chaque couche : {file}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Licence, where the layer tells none: {licence}.</source>
        <translation>Licence, si la couche n’en dit rien : {licence}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Licence: {name}</source>
        <translation>Licence : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Licences of the layers</source>
        <translation>Licences des couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Limits of public access</source>
        <translation>Restrictions d&apos;accès public</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Limits, record, saved connection</source>
        <translation>Limites, fiche, connexion enregistrée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>line</source>
        <translation>ligne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>line breaks</source>
        <translation>retours à la ligne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Lineage</source>
        <translation>Généalogie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>lineage</source>
        <translation>généalogie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Lines and points need a buffer first.</source>
        <translation>Les lignes et les points ont d’abord besoin d’un tampon.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>link to the metadata record</source>
        <translation>lien vers la fiche de métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Links that do not answer</source>
        <translation>Liens qui ne répondent pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/project.py"/>
        <source>Lists of codes</source>
        <translation>Listes de codes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>Lists of values given outside “constraints” are not checked: {names}.</source>
        <translation>Les listes de valeurs données hors de « constraints » ne sont pas contrôlées : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Lists the planning documents in force of a commune, an EPCI or several (PLU, PLUi, carte communale, PSMV), or downloads one: its layers come styled in a GeoPackage, its written pieces in a folder, named in the table “pieces”. The plan of a commune may be that of its EPCI, or that of a commune that has merged: these are looked for too. A download that was cut goes on where it stopped.

The documents of servitudes (SUP) belong to no commune: give their PARTITION, as the layers of servitudes of the catalogue bear it (172014607_SUP_69_AC1).</source>
        <translation>Liste les documents d’urbanisme en vigueur d’une commune, d’un EPCI ou de plusieurs (PLU, PLUi, carte communale, PSMV), ou en télécharge un : ses couches arrivent stylées dans un GeoPackage, ses pièces écrites dans un dossier, et la table « pieces » les nomme. Le plan d’une commune peut être celui de son EPCI, ou celui d’une commune fusionnée : ils sont cherchés aussi. Un téléchargement coupé reprend où il s’est arrêté.

Les documents de servitudes (SUP) ne sont d’aucune commune : donnez leur PARTITION, comme la portent les couches de servitudes du catalogue (172014607_SUP_69_AC1).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>live service</source>
        <translation>flux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>living area</source>
        <translation>bassin de vie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>Load the schemas one by one, or ask the publisher for a Data Package in one piece.</source>
        <translation>Chargez les schémas un à un, ou demandez à l’éditeur un Data Package d’un seul tenant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>local layer</source>
        <translation>couche locale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Local value</source>
        <translation>Valeur locale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>Local values and what they become</source>
        <translation>Valeurs locales et ce qu’elles deviennent</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Locate addresses</source>
        <translation>Localiser des adresses (géocodage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>locator of the resource</source>
        <translation>localisateur de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>longitude</source>
        <translation>longitude</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>longitude and latitude: {form}</source>
        <translation>longitude et latitude : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Look again only at what changed since the last check of this session</source>
        <translation>Ne rejuger que ce qui a changé depuis le dernier contrôle de cette session</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/rest.py"/>
        <source>Look at the layer on the platform; nothing that was published is changed by this alone.</source>
        <translation>Regardez la couche sur la plateforme ; cela seul ne change rien à ce qui était publié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Look at the log of GeoServer, then try again.</source>
        <translation>Regardez le journal de GeoServer, puis recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/plan.py"/>
        <source>Look at the plan (dry run). If it is right, allow more deletions.</source>
        <translation>Regardez le plan (simulation). S’il est juste, permettez plus de suppressions.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>Look at the vertices told one by one.</source>
        <translation>Regardez un à un les sommets signalés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_layers.py"/>
        <source>Look in the archive at what the producer has put there.</source>
        <translation>Regardez dans l’archive ce que le producteur y a mis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <location filename="../data_territoires_plugin/gui/publication_runs.py"/>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Looking at the layer</source>
        <translation>Examen de la couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Looking at the layer…</source>
        <translation>Examen de la couche…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>looking at the layer…</source>
        <translation>examen de la couche…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Looking at what the platform really holds…</source>
        <translation>Relecture de ce que la plateforme contient vraiment…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Looking for repairs</source>
        <translation>Recherche de corrections</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Looking for the address</source>
        <translation>Recherche de l’adresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <location filename="../data_territoires_plugin/gui/territory_search.py"/>
        <source>Looking for the territory</source>
        <translation>Recherche du territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Looking for what can be repaired; each change is checked first…</source>
        <translation>Recherche de ce qui peut être corrigé ; chaque correction est d’abord contrôlée…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Loose end: nothing else of the network is near.</source>
        <translation>Extrémité libre : aucun autre élément du réseau n’est proche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Loose end: the nearest element of the network is {value} away.</source>
        <translation>Extrémité libre : l’élément du réseau le plus proche est à {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Lost leading zeros</source>
        <translation>Zéros de tête perdus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>Low emission zones (ZFE)</source>
        <translation>Zones à faibles émissions (ZFE)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Made on</source>
        <translation>Fait le</translation>
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
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Make a kit</source>
        <translation>Fabriquer un kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Make a kit (to work without network)</source>
        <translation>Fabriquer un kit (pour travailler sans réseau)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Make a kit from a real territory: epci:243500139.</source>
        <translation>Faites un kit à partir d’un vrai territoire : epci:243500139.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <source>Make a kit…</source>
        <translation>Fabriquer un kit…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <source>Make a schema of your own (Table Schema)</source>
        <translation>Créer son propre schéma (Table Schema)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Make a template (empty file and project of a standard)</source>
        <translation>Créer un gabarit (fichier vierge et projet d’un standard)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Make numero and cle_interop say the same number.</source>
        <translation>Mettez le même numéro dans numero et dans cle_interop.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>Make room on the disk of temporary files, or unpack it yourself and choose the folder.</source>
        <translation>Faites de la place sur le disque des fichiers temporaires, ou décompressez-la vous-même et choisissez le dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/files.py"/>
        <source>Make room or choose another disk: nothing was delivered.</source>
        <translation>Libérez de la place ou choisissez un autre disque : rien n’a été livré.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <location filename="../data_territoires_plugin/sources/convert.py"/>
        <source>Make room or choose another disk: the previous file is intact, and what was fetched is kept.</source>
        <translation>Libérez de la place ou choisissez un autre disque : le fichier précédent est intact, et ce qui a été récupéré est conservé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Make the kit</source>
        <translation>Fabriquer le kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>Make the search narrower: more words, a territory, a format.</source>
        <translation>Précisez la recherche : d’autres mots, un territoire, un format.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>Make the zip again, without a password.</source>
        <translation>Refaites le zip, sans mot de passe.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Makes an empty GeoPackage with every table and field of a standard, its lists of codes, and a project beside it, ready to digitise: drop-down lists, constraints with their message, identifiers and dates computed, snapping, topological editing, symbology.

Document: the name of the folder to deliver (35238_PLU_20240101); identifiers are made of it. It can be changed later, in the variables of the project: dt_code, dt_date.
An existing file is never replaced.</source>
        <translation>Crée un GeoPackage vierge avec toutes les tables et tous les champs d’un standard, ses listes de codes et, à côté, un projet prêt à numériser : listes déroulantes, contraintes avec leur message, identifiants et dates calculés, accrochage, édition topologique, symbologie.

Document : le nom du dossier à livrer (35238_PLU_20240101) ; les identifiants en découlent. Il peut être changé plus tard, dans les variables du projet : dt_code, dt_date.
Un fichier existant n’est jamais remplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <source>Makes the Table Schema that a layer follows (types, required fields, keys, lists of values, codes), and a page that documents it: others can check their data against it, here or with Validata.

Mapping: the file written by “map”; the page then says what each field becomes in the national standard. The schema is a proposal: read it again before publishing it.</source>
        <translation>Crée le schéma de table (Table Schema) que suit une couche (types, champs obligatoires, clés, listes de valeurs, codes) et une page qui le documente : d’autres peuvent contrôler leurs données avec lui, ici ou avec Validata.

Correspondance : le fichier écrit par « map » ; la page dit alors ce que devient chaque champ dans le standard national. Le schéma est une proposition : relisez-le avant de le publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Makes, from layers and a folder of pieces (PDF), what a standard asks for: a document of urbanism ready for the Géoportail de l’urbanisme, a local address file (BAL), a CSV for a national access point.

Names, formats, encodings, order and width of the columns are those of the standard; a value that would be cut is refused. The metadata record is made of what is known: METADATA is a JSON text or file, with organisation, courriel, echelle…; a record (XML) in the folder of the pieces is taken as it is.
What lacks is listed, then the result is checked as the national validator does. What was there before is set aside, never replaced.</source>
        <translation>Prépare, à partir de couches et d’un dossier de pièces (PDF), ce qu’un standard demande : un document d’urbanisme prêt pour le Géoportail de l’urbanisme, une base adresse locale (BAL), un CSV pour un point d’accès national.

Les noms, les formats, les encodages, l’ordre et la largeur des champs sont ceux du standard ; une valeur qui serait coupée est refusée. La fiche de métadonnées est remplie avec ce qui est connu : METADATA est un texte ou un fichier JSON, avec organisation, courriel, echelle… ; une fiche (XML) placée dans le dossier des pièces est reprise telle quelle.
Ce qui manque est listé, puis le résultat est contrôlé comme le fait le validateur national. Ce qui existait avant est mis de côté, jamais remplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Mandatory value missing: {field}.</source>
        <translation>Valeur obligatoire vide : {field}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Many territories, each source read once for all of them: far faster than as many clips.

TERRITORIES: several codes separated by commas, or one territory with “Each commune of them” (departement:35 → its communes). Or polygons, named by a field.
What is already in the folder may be left alone: an interrupted lot then goes on where it stopped; not with the form “one”, which is made anew.
FORM: gpkg (one per territory), one (a single GeoPackage, with the column dt_territoire), fgb or parquet (a folder per territory), postgis (a schema per territory, in the database of CONNECTION).</source>
        <translation>Beaucoup de territoires, chaque source étant lue une fois pour tous : bien plus rapide qu’autant de découpes.

TERRITORIES : plusieurs codes séparés par des virgules, ou un territoire et « Chacune de leurs communes » (departement:35 → ses communes). Ou des polygones, nommés par un champ.
Ce qui est déjà dans le dossier peut être laissé tel quel : un lot interrompu reprend alors où il s’est arrêté ; pas avec la forme « one », refaite en entier.
FORM : gpkg (un par territoire), one (un seul GeoPackage, avec la colonne dt_territoire), fgb ou parquet (un dossier par territoire), postgis (un schéma par territoire, dans la base de CONNECTION).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Map fields and values to those of the standard</source>
        <translation>Faire correspondre les champs et les valeurs à ceux du standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_map.py"/>
        <source>Map of the findings</source>
        <translation>Carte des anomalies</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <source>Mapping (JSON)</source>
        <translation>Correspondance (JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Mapping (proposed where empty)</source>
        <translation>Correspondance (vide : proposée)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Mapping saved: {name}.</source>
        <translation>Correspondance enregistrée : {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Mapping that was used</source>
        <translation>Correspondance utilisée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Mapping to a standard</source>
        <translation>Correspondance avec un standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Mapping to {standard}.</source>
        <translation>Mise au standard {standard}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>mask</source>
        <translation>masque</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Measured in</source>
        <translation>Mesuré en</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>median {median} m, nine out of ten under {most} m</source>
        <translation>médiane {median} m, neuf sur dix à moins de {most} m</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>Mended ({count})</source>
        <translation>Corrigées ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Mended, new, left since the last run</source>
        <translation>Anomalies corrigées, nouvelles, restantes depuis le dernier passage</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Mends what can be mended without deciding anything, in a new layer: the input is never changed. Each change is written in the record: feature, column, before, after.

Each fix is proved before it is kept: the layer is checked again, and a change that brings a finding or mends nothing is left out.

Findings: those of the check, or the ones to mend (all where none is given). Fixes (all where none is chosen):</source>
        <translation>Corrige ce qui peut l’être sans rien décider, dans une nouvelle couche : la couche d’entrée n’est jamais modifiée. Chaque changement est écrit dans le registre : objet, colonne, avant, après.

Chaque correction est prouvée avant d’être gardée : la couche est contrôlée à nouveau, et un changement qui amène une anomalie ou ne corrige rien est écarté.

Anomalies : celles du contrôle, ou celles à corriger (toutes si rien n’est donné). Corrections (toutes si aucune n’est choisie) :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Mention on a map</source>
        <translation>Mention à porter sur une carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Merge the surfaces into a single multipart feature.</source>
        <translation>Fusionnez les surfaces en un seul objet multiparties.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Merged features: each one is drawn.</source>
        <translation>Objets fusionnés : chacun est dessiné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Metadata (JSON text or file)</source>
        <translation>Métadonnées (texte ou fichier JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>Metadata record of “{layer}”</source>
        <translation>Fiche de métadonnées de « {layer} »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>Metadata record:</source>
        <translation>Fiche de métadonnées :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata, {part}: “{value}” is not allowed.</source>
        <translation>Fiche de métadonnées, {part} : « {value} » n’est pas admis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: no date of publication, of revision or of creation of the data.</source>
        <translation>Fiche de métadonnées : aucune date de publication, de révision ni de création des données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/sheet.py"/>
        <source>Metadata: no record; put yours (XML) in the folder of the pieces.</source>
        <translation>Métadonnées : aucune fiche ; placez la vôtre (XML) dans le dossier des pièces.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the address of the coordinate reference system is not one that the GPU takes: “{value}”.</source>
        <translation>Fiche de métadonnées : l’adresse du système de coordonnées n’est pas de celles que le GPU accepte : « {value} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the code “{value}” does not go with the address of the coordinate reference system.</source>
        <translation>Fiche de métadonnées : le code « {value} » ne va pas avec l’adresse du système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the coordinate reference system is named without its address.</source>
        <translation>Fiche de métadonnées : le système de coordonnées est nommé sans son adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the date of the last revision is missing; documents of urbanism and easements need it.</source>
        <translation>Fiche de métadonnées : la date de dernière révision manque ; les documents d’urbanisme et les servitudes en ont besoin.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the e-mail address of the {part} is missing or wrong: “{value}”.</source>
        <translation>Fiche de métadonnées, {part} : l’adresse électronique manque ou est fausse (« {value} »).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the keyword “{expected}” of the thesaurus “{value}” is missing.</source>
        <translation>Fiche de métadonnées : le mot clé « {expected} » du thésaurus « {value} » manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the keyword “{value}” does not agree with the name of the folder.</source>
        <translation>Fiche de métadonnées : le mot clé « {value} » ne s’accorde pas avec le nom du dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the standard that the data conform to is not named as the CNIG wants.</source>
        <translation>Fiche de métadonnées : le standard auquel les données sont conformes n’est pas nommé comme le veut le CNIG.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: the {part} has no name.</source>
        <translation>Fiche de métadonnées, {part} : le nom de l’organisation manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/sheet.py"/>
        <source>Metadata: {what} (“{key}”).</source>
        <translation>Métadonnées : {what} (« {key} »).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Metadata: “{part}” is missing or empty.</source>
        <translation>Fiche de métadonnées : « {part} » est absent ou vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Metres</source>
        <translation>Mètres</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>metres</source>
        <translation>mètres</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Migrated table</source>
        <translation>Table migrée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Minutes or metres</source>
        <translation>Minutes ou mètres</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>mirror: delete too</source>
        <translation>miroir : supprimer aussi</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Missing elements</source>
        <translation>Éléments manquants</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>missing fields: {gone}; new fields: {new}</source>
        <translation>champs disparus : {gone} ; champs nouveaux : {new}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>missing keys: {missing}; found: {found}</source>
        <translation>clés absentes : {missing} ; trouvé : {found}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Missing or misspelt columns</source>
        <translation>Colonnes absentes ou mal nommées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>Missing:</source>
        <translation>Il manque :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Missing: {element}</source>
        <translation>Manque : {element}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Mode</source>
        <translation>Mode</translation>
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
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>More would be deleted than allowed: agree to it, or go back.</source>
        <translation>Plus d’objets seraient supprimés que permis : acceptez-le, ou revenez en arrière.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>most recent modification: {now}, {before} before</source>
        <translation>dernière modification : {now}, {before} auparavant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Move it elsewhere or rename it, then publish again.</source>
        <translation>Déplacez-le ailleurs ou renommez-le, puis publiez à nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Move it to the folder that the standard says, with exactly the name expected: it would not be read.</source>
        <translation>Mettez-le dans le dossier que demande le standard, exactement sous le nom attendu : sinon il ne serait pas lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Move or remove the vertex at the place shown, or repair the geometry (Processing toolbox).</source>
        <translation>Déplacez ou supprimez le sommet à l’endroit indiqué, ou réparez la géométrie (boîte à outils de traitements).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>Move the whole layer by this vector ({dx} m, {dy} m), check by eye, then check again.</source>
        <translation>Déplacez toute la couche de ce vecteur ({dx} m, {dy} m), vérifiez à l’œil, puis relancez le contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Move them elsewhere, or choose another name.</source>
        <translation>Déplacez-les ailleurs, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Moves onto the corner the vertices that miss it; where parcels are given.</source>
        <translation>Pose sur l’angle les sommets qui le manquent ; là où des parcelles sont données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>multipart</source>
        <translation>en plusieurs parties</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>municipal arrondissement</source>
        <translation>arrondissement municipal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Name a file of one layer, or add one.</source>
        <translation>Désignez un fichier d’une seule couche, ou ajoutez-en un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms_postgis.py"/>
        <source>Name a saved connection of QGIS.</source>
        <translation>Nommez une connexion enregistrée dans QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>name in another version of the standard</source>
        <translation>nom dans une autre version du standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Name it as the standard says: {expected}. The zip has the same name.</source>
        <translation>Nommez-le comme le veut le standard : {expected}. Le zip porte le même nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Name of the document (35238_PLU_20240101)</source>
        <translation>Nom du document (35238_PLU_20240101)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>name of the folder {name}</source>
        <translation>nom du dossier {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>name of the locator</source>
        <translation>nom du localisateur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>name that looks like it</source>
        <translation>nom ressemblant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Name the file of the result.</source>
        <translation>Donnez un nom au fichier du résultat.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Name the table.</source>
        <translation>Nommez la table.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>name {name}</source>
        <translation>nom {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Name, path or address of a schema</source>
        <translation>Nom, chemin ou adresse d’un schéma</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>names of persons</source>
        <translation>noms de personnes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_said.py"/>
        <source>National schema of the data (name or name@version)</source>
        <translation>Schéma national des données (nom ou nom@version)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>Nearest names: {names}.</source>
        <translation>Noms les plus proches : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Nearest: {list}.</source>
        <translation>Les plus proches : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Never tried against the real service: simulate first, and check what was published.</source>
        <translation>Jamais essayé avec le vrai service : simulez d’abord, puis vérifiez ce qui est publié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>Never tried yet against the real service: check there what was published.</source>
        <translation>Jamais essayé sur le vrai service : vérifiez là-bas ce qui a été publié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>New ({count})</source>
        <translation>Nouvelles ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>New columns there: {names}.</source>
        <translation>Nouvelles colonnes là-bas : {names}.</translation>
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
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Nine characters, the last of which is a check digit: compare with the FINESS directory.</source>
        <translation>Neuf caractères, dont le dernier est une clé de contrôle : comparez avec le répertoire FINESS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Nine digits, the last of which is a check digit: compare with the official directory of companies.</source>
        <translation>Neuf chiffres, dont le dernier est une clé de contrôle : comparez avec l’Annuaire des entreprises.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>No address is known for the updates of the catalogue.</source>
        <translation>Aucune adresse n’est connue pour les mises à jour du catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>No card is called “{name}”.</source>
        <translation>Aucune fiche de plateforme ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/registry.py"/>
        <source>No catalogue is called “{name}”.</source>
        <translation>Aucun catalogue ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_place.py"/>
        <source>No catalogue of records is known for this platform.</source>
        <translation>Aucun catalogue de fiches n’est connu pour cette plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/probing.py"/>
        <source>No catalogue that records can be published to answers at {url}.</source>
        <translation>Aucun catalogue où publier des fiches ne répond à {url}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>no column</source>
        <translation>pas de colonne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>No column of “{layer}” looks like a field of the standard “{title}”.</source>
        <translation>Aucune colonne de « {layer} » ne ressemble à un champ du standard « {title} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>No commune has the code {code} any more in the COG {edition}.</source>
        <translation>Plus aucune commune n’a le code {code} dans le COG {edition}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>No earlier than {field}.</source>
        <translation>Pas avant {field}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>No error, but not everything could be checked: this does not prove that it conforms.</source>
        <translation>Aucune erreur, mais tout n’a pas pu être contrôlé : cela ne prouve pas la conformité.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>no feature in the perimeter, but there are some around it.</source>
        <translation>aucun objet dans le périmètre, mais il y en a autour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>no feature in the perimeter: the layer lies {distance} km from it (its CRS: {crs}).</source>
        <translation>aucun objet dans le périmètre : la couche en est à {distance} km (son système de coordonnées : {crs}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>no feature in the perimeter; its coordinates are not those of its CRS ({crs}).</source>
        <translation>aucun objet dans le périmètre ; ses coordonnées ne sont pas celles de son système de coordonnées ({crs}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>No feature to write.</source>
        <translation>Aucun objet à écrire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>No field identifies the features for good: fill one with unique values, then choose it.</source>
        <translation>Aucun champ n’identifie durablement les objets : remplissez-en un avec des valeurs uniques, puis choisissez-le.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>No field is filled and unique.</source>
        <translation>Aucun champ n’est rempli et unique.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>No field to write: choose at least one beside the key.</source>
        <translation>Aucun champ à écrire : choisissez-en au moins un en plus de la clé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>no file for {count} of them: {names}</source>
        <translation>pas de fichier pour {count} : {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>No finding answers the filters.</source>
        <translation>Aucune anomalie ne répond aux filtres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>no geometry</source>
        <translation>sans géométrie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>No group is given: your colleagues will not be able to edit new records (GROUP).</source>
        <translation>Aucun groupe n&apos;est donné : vos collègues ne pourront pas modifier les nouvelles fiches (GROUP).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>No kit is open: the services are asked.</source>
        <translation>Aucun kit n’est ouvert : les services sont interrogés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>No kit without contours: “{title}” failed. {message}</source>
        <translation>Pas de kit sans contours : « {title} » a échoué. {message}</translation>
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
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>No layer is given.</source>
        <translation>Aucune couche n’est donnée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>No layer is left for the kit.</source>
        <translation>Il ne reste aucune couche pour le kit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>No layer of the catalogue answers. Below: the other catalogues.</source>
        <translation>Aucune couche du catalogue ne répond. Ci-dessous : les autres catalogues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_layers.py"/>
        <source>No layer of the document can be read.</source>
        <translation>Aucune couche du document n’est lisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>No layer of the project comes from a GeoPackage clipped with this plugin.</source>
        <translation>Aucune couche du projet ne vient d’un GeoPackage découpé avec cette extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>No layer of the service matches the filter.</source>
        <translation>Aucune couche du service ne correspond au filtre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>No layer of this service can be clipped: {reason}.</source>
        <translation>Aucune couche de ce service ne peut être découpée : {reason}.</translation>
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
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>no licence in its metadata</source>
        <translation>pas de licence dans ses métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>no longer in the catalogue</source>
        <translation>n’est plus au catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>No mapping given: one is proposed for {standard}, and used. Read it before you trust it.</source>
        <translation>Aucune correspondance donnée : une est proposée pour {standard}, et employée. Lisez-la avant de vous y fier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>No network: last good answer, of {day}</source>
        <translation>Sans réseau : dernière bonne réponse, du {day}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>no parcels</source>
        <translation>aucune parcelle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>No PDF of the document has the name that the standard wants.</source>
        <translation>Aucun PDF du document ne porte le nom que demande le standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>no repair keeps its kind: draw it again</source>
        <translation>aucune réparation ne garde son type : redessinez-la</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>No row of DOC_URBA describes this document.</source>
        <translation>Aucune ligne de DOC_URBA ne décrit ce document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>No row of the table has the key {key}.</source>
        <translation>Aucune ligne de la table n’a la clé {key}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/schemas.py"/>
        <source>No schema of schema.data.gouv.fr is called “{name}”.</source>
        <translation>Aucun schéma de schema.data.gouv.fr ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/endpoints.py"/>
        <source>No service is called «{name}».</source>
        <translation>Aucun service ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>No service is recognised at {url}.</source>
        <translation>Aucun service n’est reconnu à l’adresse {url}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>No service was tested: the plugin is offline.</source>
        <translation>Aucun service n’a été testé : l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>no shape, and the platform wants one.</source>
        <translation>pas de géométrie, et la plateforme en demande une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>No standard is given.</source>
        <translation>Aucun standard n’est donné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/validation.py"/>
        <source>No standard was recognised in the name of the folder “{name}”.</source>
        <translation>Aucun standard n’est reconnu d’après le nom du dossier « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/validation.py"/>
        <source>No standard was recognised in “{name}”: its columns are those of none.</source>
        <translation>Aucun standard n’est reconnu dans « {name} » : ses colonnes ne sont celles d’aucun.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>No standard was recognised: choose it in the list.</source>
        <translation>Aucun standard reconnu : choisissez-le dans la liste.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>No territory could be clipped: the report says why.</source>
        <translation>Aucun territoire n’a pu être découpé : le rapport dit pourquoi.</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>No vertex of the zoning is near a parcel of the cadastre “{edition}”.</source>
        <translation>Aucun sommet du zonage n’est près d’une parcelle du cadastre « {edition} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>No {kind} has the code {code}.</source>
        <translation>Aucun territoire du type « {kind} » n’a le code {code}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>No {kind} is called “{name}”.</source>
        <translation>Aucun territoire du type « {kind} » ne s’appelle « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/described.py"/>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>none</source>
        <translation>absente</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>None of the {count} layers could be clipped: {reasons}</source>
        <translation>Aucune des {count} couches n’a pu être découpée : {reasons}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>not &amp;treated</source>
        <translation>&amp;non traitées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Not added to the project: its service does not answer.</source>
        <translation>Pas ajouté au projet : son service ne répond pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>Not as it was sent, though GeoServer says it is: {name}.</source>
        <translation>Pas comme envoyé, bien que GeoServer le dise : {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Not checked</source>
        <translation>Non contrôlé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Not checked against a standard: see the tab “Conformity”.</source>
        <translation>Pas contrôlée contre un standard : voir l’onglet « Conformité ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Not checked: {expected}. {value}.</source>
        <translation>Non contrôlé : {expected}. {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Not checked: {what}</source>
        <translation>Non contrôlé : {what}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Not conform: there are errors.</source>
        <translation>Non conforme : il y a des erreurs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Not connected to {expected}: there is none.</source>
        <translation>Non raccordé à {expected} : il n’y en a aucun.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Not connected to {expected}: {value} away.</source>
        <translation>Non raccordé à {expected} : à {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>Not everything is as it was sent: see below.</source>
        <translation>Tout n’est pas tel qu’envoyé : voir ci-dessous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>not everything was published: correct, then publish the changes</source>
        <translation>tout n’a pas été publié : corrigez, puis publiez les changements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Not found</source>
        <translation>Introuvables</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>not in the kit</source>
        <translation>pas dans le kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>Not in the kit “{kit}”: {titles}.</source>
        <translation>Pas dans le kit « {kit} » : {titles}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Not read: {file}</source>
        <translation>Non lu : {file}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>not said: ask the producer before any use</source>
        <translation>non précisée : demandez au producteur avant tout usage</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <source>not taken</source>
        <translation>refusé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>not there, though the catalogue says it is written</source>
        <translation>absente, alors que le catalogue la dit écrite</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>not there, though the platform says it is written</source>
        <translation>absent, alors que la plateforme dit l’avoir écrit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>not told</source>
        <translation>non dit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>not verified</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>nothing announced</source>
        <translation>rien d’annoncé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Nothing answers.</source>
        <translation>Rien ne répond.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>Nothing at all was clipped: is it the right perimeter, and have the layers the right CRS?</source>
        <translation>Rien n’a été découpé : est-ce le bon périmètre, et les couches ont-elles le bon système de coordonnées ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Nothing can be repaired without deciding: see what each finding says to do.</source>
        <translation>Rien ne peut être corrigé sans décider : voyez ce que chaque anomalie dit de faire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>Nothing can be written in “{folder}”.</source>
        <translation>Rien ne peut être écrit dans « {folder} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Nothing changes on the platform; models that name it will no longer find it.</source>
        <translation>Rien ne change sur la plateforme ; les modèles qui la nomment ne la trouveront plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Nothing found: try other words.</source>
        <translation>Rien trouvé : essayez d’autres mots.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Nothing had changed.</source>
        <translation>Rien n’avait changé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Nothing has changed since the last check: its judgements hold.</source>
        <translation>Rien n’a changé depuis le dernier contrôle : ses jugements tiennent.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>nothing here reads it</source>
        <translation>rien ici ne sait la lire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Nothing is left of the perimeter with a buffer of {metres} m.</source>
        <translation>Il ne reste rien du périmètre avec un tampon de {metres} m.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Nothing is looked for.</source>
        <translation>Rien n’est cherché.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Nothing is lost. Its version may not allow it: tell the authors of this plugin.</source>
        <translation>Rien n’est perdu. Sa version ne le permet peut-être pas : signalez-le aux auteurs de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>Nothing is lost: go on with “Resume”, or take it back with “Undo”; the journal is {path}.</source>
        <translation>Rien n’est perdu : continuez avec « Reprendre », ou revenez en arrière avec « Annuler » ; le journal est {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Nothing is lost: resume it, or take it back.</source>
        <translation>Rien n’est perdu : reprenez-la, ou annulez-la.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Nothing is lost: take it back again, what is back already is left alone.</source>
        <translation>Rien n’est perdu : annulez à nouveau, ce qui est déjà remis en place n’est plus touché.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Nothing is saved yet: Ctrl+Z undoes them all.</source>
        <translation>Rien n’est encore enregistré : Ctrl+Z les annule toutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/transport.py"/>
        <source>Nothing is sent: the plugin is offline.</source>
        <translation>Rien n’est envoyé : l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>nothing is shared under the number {number}.</source>
        <translation>aucune partie commune ne porte le numéro {number}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Nothing is written to these columns of Grist (formulas, lists): {names}.</source>
        <translation>Rien n’est écrit dans ces colonnes de Grist (formules, listes) : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style.py"/>
        <source>Nothing of this style can be written: it is not sent.</source>
        <translation>Rien de ce style ne peut être écrit : il n’est pas envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>nothing said means: no limit</source>
        <translation>rien de dit signifie : aucune restriction</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Nothing says in which encoding the texts of “{value}” are; it was read as {expected}.</source>
        <translation>Rien ne dit dans quel encodage sont les textes de « {value} » ; la table a été lue en {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Nothing says where to publish.</source>
        <translation>Rien ne dit où publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/probing.py"/>
        <source>Nothing that can be published to answers at {url}.</source>
        <translation>Rien où l’on puisse publier ne répond à l’adresse {url}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Nothing that is published was touched.</source>
        <translation>Rien de ce qui est publié n’a été touché.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>Nothing to clip: the layers chosen are backgrounds.</source>
        <translation>Rien à découper : les couches choisies sont des fonds de plan.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Nothing to do, unless the document has pieces of this kind.</source>
        <translation>Rien à faire, sauf si le document comporte des pièces de ce genre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Nothing to do, unless the document has this piece.</source>
        <translation>Rien à faire, sauf si le document comporte cette pièce.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Nothing to do, unless you have values for it.</source>
        <translation>Rien à faire, sauf si vous avez des valeurs à y mettre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Nothing to do: the national base gives one.</source>
        <translation>Rien à faire : la base nationale en attribue un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Nothing to repair yet: check first.</source>
        <translation>Rien à corriger pour l’instant : contrôlez d’abord.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Nothing to send: the platform already holds the same.</source>
        <translation>Rien à envoyer : la plateforme contient déjà la même chose.</translation>
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
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Nothing was checked: there is no feature.</source>
        <translation>Rien n’a été contrôlé : il n’y a aucun objet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Nothing was made: the previous file, if there was one, is intact.</source>
        <translation>Rien n’a été produit : le fichier précédent, s’il existait, est intact.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Nothing was published from this computer yet.</source>
        <translation>Rien n’a encore été publié depuis cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Nothing was published. Check the layer against the BAL standard, correct it, publish again.</source>
        <translation>Rien n’a été publié. Contrôlez la couche avec le standard BAL, corrigez-la, publiez de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>Nothing was published. Look at the log of the processing on cartes.gouv.fr.</source>
        <translation>Rien n’a été publié. Regardez le journal du traitement sur cartes.gouv.fr.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>Nothing was published. Look at the report of the upload on cartes.gouv.fr.</source>
        <translation>Rien n’a été publié. Regardez le rapport de la livraison sur cartes.gouv.fr.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>Nothing was replaced: publish again.</source>
        <translation>Rien n’a été remplacé : publiez de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Nothing was sent.</source>
        <translation>Rien n’a été envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/files.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/kept.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/tables.py"/>
        <source>Nothing was sent. Make room on the disk, then try again.</source>
        <translation>Rien n’a été envoyé. Faites de la place sur le disque, puis recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>Nothing was sent: there is nothing to take back.</source>
        <translation>Rien n’avait été envoyé : il n’y a rien à annuler.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/propose.py"/>
        <source>nothing would be left of the feature</source>
        <translation>il ne resterait rien de l’objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Number of communes</source>
        <translation>Nombre de communes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Number of documents</source>
        <translation>Nombre de documents</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Number of layers</source>
        <translation>Nombre de couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/standards.py"/>
        <source>Number of standards</source>
        <translation>Nombre de standards</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>Number of things that lack</source>
        <translation>Nombre d’éléments manquants</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>number, street, commune; empty: the centre of the map</source>
        <translation>numéro, rue, commune ; vide : le centre de la carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>number, with a decimal point</source>
        <translation>nombre, avec un point décimal</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>of a service rather than of a person</source>
        <translation>d’un service plutôt que d’une personne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>of a single part</source>
        <translation>en une seule partie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>of the standard</source>
        <translation>du standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>On a kit, leave out the layers that it does not have, even asked for by name</source>
        <translation>Sur un kit, laisser de côté les couches qu’il n’a pas, même demandées par leur nom</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>On a web page, take the address of the raw file (“schema.json”), not that of the page.</source>
        <translation>Sur une page web, prenez l’adresse du fichier brut (« schema.json »), et non celle de la page.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>on foot</source>
        <translation>à pied</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>On the cadastre “{edition}”, the zoning is not shifted as a whole: {share} % of its vertices lie on a corner of a parcel.</source>
        <translation>Sur le cadastre « {edition} », le zonage n’est pas décalé dans son ensemble : {share} % de ses sommets sont sur un angle de parcelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>On the cadastre “{edition}”, the zoning is shifted as a whole by {distance} m (to be moved towards {heading}°); {share} % of its vertices then lie on a corner of a parcel.</source>
        <translation>Sur le cadastre « {edition} », le zonage est décalé dans son ensemble de {distance} m (à déplacer vers l’azimut {heading}°) ; {share} % de ses sommets tombent alors sur un angle de parcelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>On the land of the training kit, only its own layers can be clipped: leave this one out.</source>
        <translation>Sur le territoire du jeu de formation, seules ses propres couches peuvent être découpées : retirez celle-ci.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>One address has several id_ban_adresse ({value}).</source>
        <translation>Une même adresse a plusieurs id_ban_adresse ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>One feature has changed since the last check: it and its neighbours were judged again.</source>
        <translation>Un objet a changé depuis le dernier contrôle : il a été rejugé, avec ses voisins.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_map.py"/>
        <source>One feature in {step} is drawn.</source>
        <translation>Un objet sur {step} est dessiné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>One id_ban_adresse is given to different addresses ({value}).</source>
        <translation>Un même id_ban_adresse est donné à des adresses différentes ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>One id_ban_toponyme is given to streets of different names ({value}).</source>
        <translation>Un même id_ban_toponyme est donné à des voies de noms différents ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>one of its files is missing or can&apos;t be read.</source>
        <translation>l’un de ses fichiers manque ou ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair_communes.py"/>
        <source>One of these is expected: {names}.</source>
        <translation>L’une de celles-ci est attendue : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>one of these keys is expected, and only one: {known}.</source>
        <translation>une de ces clés est attendue, et une seule : {known}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>One of: {values}.</source>
        <translation>L’une de ces valeurs : {values}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>One street has several id_ban_toponyme ({value}).</source>
        <translation>Une même voie a plusieurs id_ban_toponyme ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Only ask the sources whether anything has changed</source>
        <translation>Demander seulement aux sources si quelque chose a changé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>Only GeoNetwork 4 is known; this one says “{version}”.</source>
        <translation>Seul GeoNetwork 4 est connu ; celui-ci dit « {version} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>only in a new layer: run the repair as a processing</source>
        <translation>seulement dans une nouvelle couche : lancez la correction depuis la boîte à outils</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <source>only inside</source>
        <translation>seulement à l’intérieur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Only the findings that the map shows</source>
        <translation>Seulement les anomalies que la carte montre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Only the layers named</source>
        <translation>Seulement les couches nommées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Opacity of the whole layer: set it on the symbols.</source>
        <translation>Opacité de la couche entière : réglez-la sur les symboles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Open a kit</source>
        <translation>Ouvrir un kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <source>Open a kit…</source>
        <translation>Ouvrir un kit…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Open a mapping</source>
        <translation>Ouvrir une correspondance</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Open a mapping…</source>
        <translation>Ouvrir une correspondance…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/local.py"/>
        <source>Open it in QGIS, set its CRS, and save it again (a Shapefile needs its .prj).</source>
        <translation>Ouvrez-le dans QGIS, définissez son SCR et enregistrez-le à nouveau (un Shapefile a besoin de son .prj).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Open its page</source>
        <translation>Ouvrir sa page</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Open the form</source>
        <translation>Ouvrir le formulaire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Open the report: to be printed, or sent</source>
        <translation>Ouvrir le rapport de contrôle, à imprimer ou à envoyer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Open the site</source>
        <translation>Ouvrir le site</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Opening the backgrounds</source>
        <translation>Ouverture des fonds de carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>OpenStreetMap extract</source>
        <translation>Extrait d’OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>OpenStreetMap extract (.osm.pbf, .osm.gz, GeoPackage)</source>
        <translation>Extrait d’OpenStreetMap (.osm.pbf, .osm.gz, GeoPackage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>OpenStreetMap extracts (*.osm.pbf *.pbf *.osm *.osm.gz *.gpkg)</source>
        <translation>Extraits d’OpenStreetMap (*.osm.pbf *.pbf *.osm *.osm.gz *.gpkg)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/propose.py"/>
        <source>opposite: no becomes yes</source>
        <translation>contraire : non devient oui</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>options are for a background (geometry: raster) or for files (service: file).</source>
        <translation>les options sont pour un fond de carte (geometry: raster) ou pour des fichiers (service: file).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>or address</source>
        <translation>ou adresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>or folder or zip of a document</source>
        <translation>ou dossier ou zip d’un document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>or layer of communes (column code_insee, insee or code)</source>
        <translation>ou couche de communes (colonne code_insee, insee ou code)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>or layer of points</source>
        <translation>ou couche de points</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>or OpenStreetMap &amp;file</source>
        <translation>ou &amp;fichier OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>or partitions (column “partition” of the layers of the Géoportail)</source>
        <translation>ou partitions (colonne « partition » des couches du Géoportail)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>or perimeter (polygons)</source>
        <translation>ou périmètre (polygones)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>or perimeters (polygons)</source>
        <translation>ou périmètres (polygones)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>Or plug in again the USB key of: {folders}.</source>
        <translation>Ou rebranchez la clé USB de : {folders}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Order and width of columns</source>
        <translation>Ordre et largeur des colonnes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>organisation responsible for the resource</source>
        <translation>organisme responsable de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Organisation responsible, with its address</source>
        <translation>Organisme responsable, avec son courriel</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/sheet.py"/>
        <source>organisation that answers for the document</source>
        <translation>organisme responsable du document</translation>
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
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>out of date</source>
        <translation>en retard</translation>
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
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Overlaps and gaps smaller than this are let through</source>
        <translation>Les recouvrements et les trous plus petits sont admis</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>Overlaps between features</source>
        <translation>Recouvrements entre objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>own perimeter</source>
        <translation>périmètre propre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>owners</source>
        <translation>propriétaires</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <source>P&amp;ublish</source>
        <translation>P&amp;ublier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <source>Page of documentation</source>
        <translation>Page de documentation</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Page of the commune</source>
        <translation>Page de la commune</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>paragraph</source>
        <translation>paragraphe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>Parcels of the cadastre (zoning)</source>
        <translation>Parcelles du cadastre (zonage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Parcels of the cadastre, to compare a zoning with</source>
        <translation>Parcelles du cadastre, auxquelles comparer un zonage</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Parcels of the cadastre, to snap a zoning to their corners</source>
        <translation>Parcelles du cadastre, aux angles desquelles accrocher un zonage</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Part of the perimeter is not covered: {value}.</source>
        <translation>Une partie du périmètre n’est pas couverte : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Partial. {what}</source>
        <translation>Partiel. {what}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/destinations.py"/>
        <source>pattern and words are expected.</source>
        <translation>pattern et words sont attendus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>Perhaps: {column}</source>
        <translation>Peut-être : {column}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Perimeter</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Perimeter (polygons)</source>
        <translation>Périmètre (polygones)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Perimeter around an address</source>
        <translation>Périmètre autour d’une adresse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Perimeter of minutes or metres (isochrone)</source>
        <translation>Périmètre en minutes ou en mètres (isochrone)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Perimeter of your own</source>
        <translation>Autre périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>PERIMETRE_SCOT holds {count} rows; a SCoT has one perimeter.</source>
        <translation>PERIMETRE_SCOT contient {count} lignes ; un SCoT a un seul périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>Personal data</source>
        <translation>Données personnelles</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>Personal data of elected persons: do not republish their dates of birth.</source>
        <translation>Données personnelles d’élus : ne rediffusez pas leurs dates de naissance.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>Personal data would be published: {columns}.</source>
        <translation>Des données personnelles seraient publiées : {columns}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Personal data, perhaps: {column}.</source>
        <translation>Données personnelles, peut-être : {column}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>Personal data: it is forbidden to re-identify persons, and to let search engines index the data.</source>
        <translation>Données personnelles : il est interdit de réidentifier des personnes et de laisser des moteurs de recherche indexer les données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>Piece {name} (PDF): expected as {path}.</source>
        <translation>Pièce {name} (PDF) : attendue sous le nom {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Place the address on the map and fill long and lat.</source>
        <translation>Placez l’adresse sur la carte et renseignez long et lat.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Plan of the publication</source>
        <translation>Plan de la publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Plan: {create} to create, {replace} to replace, {delete} to delete, {unchanged} unchanged, {refused} refused.</source>
        <translation>Plan : {create} à créer, {replace} à remplacer, {delete} à supprimer, {unchanged} inchangés, {refused} refusés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Platform (its name: gives address, kind and rules of names)</source>
        <translation>Plateforme (son nom : donne l’adresse, le type et la règle des noms)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Platforms of your own (YAML)</source>
        <translation>Plateformes à vous (YAML)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Platforms without an open service</source>
        <translation>Plateformes sans service ouvert</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>Plug its USB key in again, or close the kit (“Open a kit”, without a folder).</source>
        <translation>Rebranchez la clé USB, ou fermez le kit (« Ouvrir un kit », sans dossier).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>point</source>
        <translation>point</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>point as text (WKT)</source>
        <translation>point en texte (WKT)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>point of contact of the metadata</source>
        <translation>point de contact des métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Point of contact of the record</source>
        <translation>Point de contact de la fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Points or lines</source>
        <translation>Points ou lignes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>polygon</source>
        <translation>polygone</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Possible kinds: {kinds}.</source>
        <translation>Types possibles : {kinds}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>PostGIS table</source>
        <translation>table PostGIS</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>PostgreSQL connection (form “postgis”)</source>
        <translation>Connexion PostgreSQL (forme « postgis »)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Previous state (GeoPackage)</source>
        <translation>État précédent (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>priority neighbourhood (QPV)</source>
        <translation>quartier prioritaire (QPV)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/ckan.py"/>
        <source>private dataset of the platform</source>
        <translation>jeu de données privé de la plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Producer</source>
        <translation>Producteur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>Producer not stated</source>
        <translation>Producteur non précisé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/entry_words.py"/>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Producer: {name}</source>
        <translation>Producteur : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Product (its name at cartes.gouv.fr, or its id)</source>
        <translation>Produit (son nom sur cartes.gouv.fr, ou son identifiant)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Product: {name}; tables: {count}.</source>
        <translation>Produit : {name} ; tables : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Progress of the check</source>
        <translation>Avancement du contrôle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Progress of the clip</source>
        <translation>Avancement de la découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Progress of the comparison</source>
        <translation>Avancement de la comparaison</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>Progress of the sending</source>
        <translation>Avancement de l’envoi</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>Proposed changes</source>
        <translation>Corrections proposées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>protocol of the locator</source>
        <translation>protocole du localisateur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>pseudonym</source>
        <translation>pseudonyme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/dock.py"/>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Publication</source>
        <translation>Publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Publish a &amp;layer…</source>
        <translation>Publier une &amp;couche…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Publish a corrected file, or ask the support of the Base Adresse Nationale.</source>
        <translation>Publiez un fichier corrigé, ou demandez au support de la Base Adresse Nationale.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Publish a layer</source>
        <translation>Publier une couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/publication.py"/>
        <source>Publish a layer with shapes (a CSV file has to be told its coordinates).</source>
        <translation>Publiez une couche avec des géométries (un fichier CSV a besoin qu&apos;on lui dise ses coordonnées).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Publish a metadata record</source>
        <translation>Publier une fiche de métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/publication.py"/>
        <source>Publish again from the layer: only the difference will be sent.</source>
        <translation>Publiez de nouveau depuis la couche : seule la différence sera envoyée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <source>Publish again: the plan will be made from what is there now.</source>
        <translation>Publiez de nouveau : le plan partira de ce qui s’y trouve maintenant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>Publish again: what they wrote will be kept.</source>
        <translation>Publiez à nouveau : ce qui a été écrit sera gardé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>Publish by its CSW instead (TYPE csw).</source>
        <translation>Publiez plutôt par son CSW (TYPE csw).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Publish data whose licence reserves them all the same</source>
        <translation>Publier tout de même des données que leur licence réserve</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>Publish it by the CSW of the same catalogue (TYPE csw).</source>
        <translation>Publiez-la par le CSW du même catalogue (TYPE csw).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Publish it though it does not conform</source>
        <translation>La publier bien qu’elle ne soit pas conforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Publish its metadata record too</source>
        <translation>Publier aussi sa fiche de métadonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>publish knowingly</source>
        <translation>publier sciemment</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>Publish on the source platform: data.gouv.fr follows it.</source>
        <translation>Moissonné : publiez sur la plateforme source, data.gouv.fr suit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Publish the changes</source>
        <translation>Publier les changements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>Publish the data first (“Publish a layer”): the dataset is made with them.</source>
        <translation>Publiez d’abord les données (« Publier une couche ») : le jeu est créé avec elles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Publish them again from the layer that they came from.</source>
        <translation>Publiez-les de nouveau depuis la couche d’où elles venaient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Publish to a folder, and put its files there by the platform&apos;s own means.</source>
        <translation>Publiez dans un dossier, puis déposez ses fichiers par les moyens de la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Publish to the table itself (kind “postgis”), or choose another name of layer.</source>
        <translation>Publiez dans la table elle-même (type « postgis »), ou choisissez un autre nom de couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>Publish under {licence}, or without what comes from there.</source>
        <translation>Publiez sous {licence}, ou sans ce qui en vient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>Publish under {licence}.</source>
        <translation>Publiez sous {licence}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>Publish what comes from each of them apart.</source>
        <translation>Publiez à part ce qui vient de chacune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Published and verified in {time}.</source>
        <translation>Publié et vérifié en {time}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Published in part: see what is left.</source>
        <translation>Publié en partie : voyez ce qui reste.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Published now: by {client}, on {date}.</source>
        <translation>Publié aujourd’hui : par {client}, le {date}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>Published on your word: {reason}.</source>
        <translation>Publié sur votre parole : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Publishing “{layer}”: {place}</source>
        <translation>Publication de « {layer} » : {place}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>put aside: {way}</source>
        <translation>écarté : {way}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>put back, but others don&apos;t see it as before</source>
        <translation>remise en place, mais elle n&apos;est pas visible comme avant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/kept.py"/>
        <source>Put it back there, or publish the former data again.</source>
        <translation>Remettez-le à cette place, ou publiez de nouveau les anciennes données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/connections.py"/>
        <source>Put the name and the password into an authentication configuration, and take them off.</source>
        <translation>Mettez le nom et le mot de passe dans une configuration d’authentification, et retirez-les de l’adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Put this feature in the right layer, or draw it again.</source>
        <translation>Mettez cet objet dans la bonne couche, ou redessinez-le.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_again.py"/>
        <source>Puts back what the platform held before a publication: what was created goes, what was replaced or deleted comes back. What somebody else has changed since is left as it is, and told.</source>
        <translation>Remet ce que la plateforme contenait avant une publication : ce qui a été créé s’en va, ce qui a été remplacé ou supprimé revient. Ce que quelqu’un d’autre a changé depuis est laissé tel quel, et signalé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Puts the columns in the order and width of the standard, in the new layer; no value is cut.</source>
        <translation>Met les colonnes dans l’ordre et à la largeur du standard, dans la nouvelle couche ; aucune valeur n’est coupée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style.py"/>
        <source>QGIS says: {message}</source>
        <translation>QGIS dit : {message}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/authentication.py"/>
        <source>QGIS&apos;s authentication system is disabled: the configuration «{id}» can&apos;t be used.</source>
        <translation>Le système d’authentification de QGIS est désactivé : la configuration « {id} » est inutilisable.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>Raise the limit, or take only the layers: they are in the catalogue (urba_zone_urba…).</source>
        <translation>Augmentez la limite, ou ne prenez que les couches : elles sont dans le catalogue (urba_zone_urba…).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Read back and right (1) or not (0)</source>
        <translation>Relu et exact (1) ou non (0)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Read every layer again</source>
        <translation>Relire toutes les couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/lot.py"/>
        <location filename="../data_territoires_plugin/clip/many.py"/>
        <source>read once for all the territories of the lot: {reason}</source>
        <translation>lu une fois pour tous les territoires du lot : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Read the layers again: another program may have changed them</source>
        <translation>Relire les couches : un autre programme a pu les modifier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Reading the catalogue</source>
        <translation>Lecture du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Reading the findings</source>
        <translation>Lecture des anomalies</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_search.py"/>
        <source>Reading the list of the platforms</source>
        <translation>Lecture de la liste des plateformes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Reading the perimeter</source>
        <translation>Lecture du périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Reading the recipes of the project</source>
        <translation>Lecture des recettes du projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_runs.py"/>
        <source>Reading the report</source>
        <translation>Lecture du rapport</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Reading “{layer}”…</source>
        <translation>Lecture de « {layer} »…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <source>Ready selections</source>
        <translation>Sélections prêtes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Ready selections, services, kits, update of the catalogue</source>
        <translation>Sélections prêtes, services, kits, mise à jour du catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>received several times, kept once: {count}</source>
        <translation>reçus plusieurs fois, gardés une fois : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/browser.py"/>
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
        <location filename="../data_territoires_plugin/gui/dock.py"/>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Recognised by</source>
        <translation>Reconnu par</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Recognised by: {reasons}.</source>
        <translation>Reconnu par : {reasons}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>Recognises the service at an address (OGC API Features, WFS, ArcGIS FeatureServer or MapServer, STAC, a plain file) and writes its layers as a catalogue file, to be given to the parameter CATALOGUE of the clip, or edited: titles, themes, licences, cut modes. An extract of OpenStreetMap (.osm.pbf, .osm, .osm.gz; a path, or an address) gives a layer per theme, and so does a GeoPackage made of one.

FILTER: only the layers whose name or title matches (* stands for any text).
AUTHCFG: an authentication configuration of QGIS, for a secured service. Its id is written in the catalogue file; its content never leaves QGIS.
Images (WMS, WMTS) are counted apart: they are backgrounds, not layers to clip.</source>
        <translation>Reconnaît le service à une adresse (OGC API Features, WFS, FeatureServer ou MapServer d’ArcGIS, STAC, simple fichier) et écrit ses couches dans un fichier de catalogue, à donner au paramètre CATALOGUE de la découpe, ou à retoucher : titres, thèmes, licences, modes de découpe. Un extrait d’OpenStreetMap (.osm.pbf, .osm, .osm.gz ; un chemin ou une adresse) donne une couche par thème, et un GeoPackage qui en est tiré aussi.

FILTER : seulement les couches dont le nom ou le titre correspond (* vaut n’importe quel texte).
AUTHCFG : une configuration d’authentification de QGIS, pour un service sécurisé. Son identifiant est écrit dans le fichier de catalogue ; son contenu ne sort jamais de QGIS.
Les images (WMS, WMTS) sont comptées à part : ce sont des fonds de plan, pas des couches à découper.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Recognising the standard</source>
        <translation>Reconnaissance du standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Recognising the standard…</source>
        <translation>Reconnaissance du standard…</translation>
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
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Recompute x and y: {expected} is expected.</source>
        <translation>Recalculez x et y : {expected} est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Record of the changes (CSV)</source>
        <translation>Registre des changements (CSV)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Record {identifier}: published. {url}</source>
        <translation>Fiche {identifier} : publiée. {url}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Record {identifier}: put back as it was.</source>
        <translation>Fiche {identifier} : remise comme elle était.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Record {identifier}: {action}. {url}</source>
        <translation>Fiche {identifier} : {action}. {url}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Record {identifier}: {problem}.</source>
        <translation>Fiche {identifier} : {problem}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/shipped.py"/>
        <source>Reference layers</source>
        <translation>Couches de référence</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>reference system</source>
        <translation>système de coordonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/own_work.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Refresh a clipped GeoPackage</source>
        <translation>Mettre à jour un GeoPackage découpé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Refresh all</source>
        <translation>Tout mettre à jour</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Refreshing…</source>
        <translation>Mise à jour…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>refused</source>
        <translation>refusés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <source>refused (HTTP {status}): {words}</source>
        <translation>refusé (HTTP {status}) : {words}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>refused ({count})</source>
        <translation>refusés ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/record.py"/>
        <source>refused because</source>
        <translation>refusé parce que</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>refused, {reason}: {change}</source>
        <translation>refusée, {reason} : {change}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>refused: {words}</source>
        <translation>refusé : {words}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Refused: {words} {reason}</source>
        <translation>Refusé : {words} {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>regional nature park</source>
        <translation>parc naturel régional</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Remove it from what is delivered, or map it to a field of the standard.</source>
        <translation>Retirez-la de la livraison, ou faites-la correspondre à un champ du standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Remove it: “|” only stands between two parcels.</source>
        <translation>Supprimez-le : « | » ne se place qu’entre deux parcelles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>Remove its layers from the project, or choose another file: nothing was changed.</source>
        <translation>Retirez ses couches du projet, ou choisissez un autre fichier : rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Remove one of them, or draw the right shape.</source>
        <translation>Supprimez l’un des deux, ou dessinez la bonne géométrie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Remove the double, or correct the number or its suffix.</source>
        <translation>Supprimez le doublon, ou corrigez le numéro ou son suffixe.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>Remove the duplicates there, or choose a key that is unique on the platform.</source>
        <translation>Supprimez-y les doublons, ou choisissez un identifiant unique sur la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Remove the duplicates, or draw the right geometry.</source>
        <translation>Supprimez les doublons, ou dessinez la bonne géométrie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Remove the spaces around the value.</source>
        <translation>Supprimez les espaces autour de la valeur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>Remove them.</source>
        <translation>Retirez-les.</translation>
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
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>removed: the catalogue has no layer “{name}”.</source>
        <translation>removed : le catalogue n’a pas de couche « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Removes the spaces at both ends of a text.</source>
        <translation>Retire les espaces aux deux bouts d’un texte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Rename it as the standard says, or take it out of the delivery.</source>
        <translation>Renommez-le comme le veut le standard, ou retirez-le de la livraison.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Rename it as the standard says, or take it out of the delivery: it would not be read.</source>
        <translation>Renommez-le comme le veut le standard, ou retirez-le de la livraison : il ne serait pas lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms_postgis.py"/>
        <source>Rename it, or choose another database.</source>
        <translation>Renommez-le, ou choisissez une autre base.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/many.py"/>
        <source>Rename one of them, or name the perimeters by another field: nothing was read.</source>
        <translation>Renommez l&apos;un d&apos;eux, ou nommez les périmètres par un autre champ : rien n&apos;a été lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Rename the column to {expected} before sending the file.</source>
        <translation>Renommez la colonne en {expected} avant d’envoyer le fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Rename the column to {expected}: other programs would not find it.</source>
        <translation>Renommez la colonne en {expected} : d’autres programmes ne la trouveraient pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Rename them: small letters without accents, figures and _, never a figure first.</source>
        <translation>Renommez-les : minuscules sans accent, chiffres et _, jamais un chiffre en premier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>Repair ({count} changes)</source>
        <translation>Correction ({count} changements)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>Repair it first: Processing toolbox, “Fix geometries”.</source>
        <translation>Réparez-le d’abord : boîte à outils de traitements, « Réparer les géométries ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Repair them first, then check again: they may hide other faults.</source>
        <translation>Réparez-les d’abord, puis relancez le contrôle : elles peuvent cacher d’autres anomalies.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Repair what a check has found</source>
        <translation>Corriger les anomalies d’un contrôle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Repaired layer</source>
        <translation>Couche corrigée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Repairs the shape; refused where its area would change by more than 0.1 %.</source>
        <translation>Répare la géométrie ; refusé si sa surface devait changer de plus de 0,1 %.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Repair…</source>
        <translation>Corriger…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>replace</source>
        <translation>remplacer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Replace ESPACE by the name of your workspace.</source>
        <translation>Remplacez ESPACE par le nom de votre espace de travail.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Replace it by a space or a hyphen.</source>
        <translation>Remplacez-le par un espace ou un trait d’union.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Replace the file there, or name a file that data.gouv.fr holds.</source>
        <translation>Remplacez le fichier là-bas, ou désignez un fichier que data.gouv.fr héberge.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Replace the whole table at once (PostGIS)</source>
        <translation>Remplacer toute la table d&apos;un coup (PostGIS)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Replaced</source>
        <translation>Remplacés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Replaces the decimal comma by a point and removes spaces.</source>
        <translation>Remplace la virgule décimale par un point et retire les espaces.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Report (HTML)</source>
        <translation>Rapport (HTML)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Report (JSON)</source>
        <translation>Rapport (JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>Report it to the publisher of the schema.</source>
        <translation>Signalez-le à l’éditeur du schéma.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>Reproject one of them, for example to the legal one of the territory, then check again.</source>
        <translation>Reprojetez l’une des deux couches, par exemple dans le système légal du territoire, puis relancez le contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Reproject the layer. Expected: {expected}.</source>
        <translation>Reprojetez la couche. Attendu : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>requests: {count}</source>
        <translation>requêtes : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>Required or not by the kind of geometry, not checked: {names}.</source>
        <translation>Obligatoires ou non selon le type de géométrie, non contrôlés : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>Reserved: {reason}</source>
        <translation>Réservées : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>Restore it there first, or leave the field empty to make a new one.</source>
        <translation>Restaurez-le d’abord là-bas, ou laissez le champ vide pour en créer un nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Restores letters that were encoded twice (“Ã©” for “é”).</source>
        <translation>Rétablit les lettres encodées deux fois (« Ã© » pour « é »).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>restricted access</source>
        <translation>accès restreint</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Restricted access, and no key is set for this catalogue.</source>
        <translation>Accès restreint, et aucune clé n’est réglée pour ce catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/licences.py"/>
        <source>Restricted access, not to be republished ({licence})</source>
        <translation>Accès restreint, rediffusion interdite ({licence})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/links.py"/>
        <source>restricted access, says its record</source>
        <translation>accès restreint, selon sa fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>restricted access: agents who are entitled to it</source>
        <translation>accès restreint aux agents habilités</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Restricted: {reason}</source>
        <translation>Accès restreint : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/tool_page.py"/>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>Result of the publication</source>
        <translation>Résultat de la publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Result: {name}</source>
        <translation>Résultat : {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_again.py"/>
        <source>Resume a publication</source>
        <translation>Reprendre une publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Resume the publication; if it fails again, look at the log of GeoServer.</source>
        <translation>Reprenez la publication ; si elle échoue encore, regardez le journal de GeoServer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Resuming “{layer}”</source>
        <translation>Reprise de « {layer} »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Rewrite the value in that form.</source>
        <translation>Réécrivez la valeur sous cette forme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Rows added</source>
        <translation>Lignes ajoutées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>rows announced: {total}, received: {count}</source>
        <translation>lignes annoncées : {total}, reçues : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Rows changed</source>
        <translation>Lignes modifiées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows in {crs}, recognised by their values: {count}</source>
        <translation>lignes en {crs}, reconnues à leurs valeurs : {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Rows left as they were</source>
        <translation>Lignes laissées telles quelles</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>rows of the territory asked of the tabular API of data.gouv.fr, by {column}: {count}</source>
        <translation>lignes du territoire demandées à l’API tabulaire de data.gouv.fr, par {column} : {count}</translation>
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
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows read</source>
        <translation>Lignes lues</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Rows read back and compared</source>
        <translation>Lignes relues et comparées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows read: {count}.</source>
        <translation>Lignes lues : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows that go to no table</source>
        <translation>Lignes qui ne vont dans aucune table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows that the filters leave out of every table: {count}.</source>
        <translation>Lignes que les filtres laissent hors de toutes les tables : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows that were there already: {count}.</source>
        <translation>Lignes qui y étaient déjà : {count}.</translation>
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
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows without a usable place: {count}.</source>
        <translation>Lignes sans position utilisable : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>rows without usable coordinates: {count} of {rows}</source>
        <translation>lignes sans coordonnées utilisables : {count} sur {rows}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Rows written</source>
        <translation>Lignes écrites</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Rows written: {rows}. Values without correspondence: {values}. Errors: {errors}.</source>
        <translation>Lignes écrites : {rows}. Valeurs sans correspondance : {values}. Erreurs : {errors}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>rule</source>
        <translation>règle</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <source>Run it again: they are looked for in the data.</source>
        <translation>Relancez : elles seront cherchées dans les données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>Run the repair as a processing: it makes a new layer.</source>
        <translation>Lancez la correction depuis la boîte à outils : elle crée une nouvelle couche.</translation>
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
        <location filename="../data_territoires_plugin/standards/mapping/propose.py"/>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>same name</source>
        <translation>même nom</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>same name, cut at 10 characters</source>
        <translation>même nom, coupé à 10 caractères</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>same name, spelt otherwise</source>
        <translation>même nom, écrit autrement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>same number of features, same most recent modification</source>
        <translation>même nombre d’objets, même date de dernière modification</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>same words</source>
        <translation>mêmes mots</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>same words, the subject aside</source>
        <translation>mêmes mots, le sujet mis à part</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Save it again in UTF-8.</source>
        <translation>Enregistrez-le à nouveau en UTF-8.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Save it again with the line ends of Windows or Linux.</source>
        <translation>Enregistrez-le à nouveau avec les fins de ligne de Windows ou de Linux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Save it again with the semicolon as separator.</source>
        <translation>Enregistrez-le à nouveau avec le point-virgule comme séparateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Save it as</source>
        <translation>L’enregistrer sous</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/files.py"/>
        <source>Save it in another format (GeoPackage, CSV), and name that file in the catalogue.</source>
        <translation>Enregistrez-le dans un autre format (GeoPackage, CSV), et nommez ce fichier dans le catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>Save or drop the changes, then refresh.</source>
        <translation>Enregistrez ou abandonnez les modifications, puis mettez à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>Save or drop them, then clip again; or choose another file.</source>
        <translation>Enregistrez-les ou abandonnez-les, puis relancez la découpe ; ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Save the mapping</source>
        <translation>Enregistrer la correspondance</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Save the mapping…</source>
        <translation>Enregistrer la correspondance…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>Say what becomes of each column; here is a proposal: {proposal}</source>
        <translation>Dites ce que devient chaque colonne ; voici une proposition : {proposal}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/sheet.py"/>
        <source>scale of the data (denominator)</source>
        <translation>échelle des données (dénominateur)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Scale or resolution</source>
        <translation>Échelle ou résolution</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Schema (*.json)</source>
        <translation>Schéma (*.json)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <source>Schema “{title}”: {fields} fields, from {rows} features. Read it again before publishing it.</source>
        <translation>Schéma « {title} » : {fields} champs, d’après {rows} objets. Relisez-le avant de le publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Score under which an address is doubtful</source>
        <translation>Score sous lequel une adresse est douteuse</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>SCoT</source>
        <translation>SCoT</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>Search again.</source>
        <translation>Refaites la recherche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>Search again: files that are made anew get a new identifier.</source>
        <translation>Refaites la recherche : un fichier refait reçoit un nouvel identifiant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/csw.py"/>
        <source>Search again: the record may have been replaced.</source>
        <translation>Relancez la recherche : la fiche a pu être remplacée.</translation>
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
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Search its datasets for this territory</source>
        <translation>Chercher ses jeux de données sur ce territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Search the catalogues of the country</source>
        <translation>Chercher dans les catalogues du pays</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/resolve.py"/>
        <source>Search the catalogues: the column id holds what to write in LAYERS.</source>
        <translation>Cherchez dans les catalogues : la colonne id donne ce qu’il faut écrire dans LAYERS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Searches the reference layers, data.gouv.fr, transport.data.gouv.fr, the datasets that follow a schema, and the catalogues of the regional platforms. One row per layer: its column id is what the parameter LAYERS of the clip takes; a dataset that can&apos;t be clipped has one row, which says why.

SOURCE: all, catalogue, datagouv, transport, schema, csw (all the platforms), or the name of a platform; several separated by commas.
TERRITORY: the datasets of the territory first, then those around it and of the country.
A catalogue that does not answer does not stop the others: it is said, and its last good answer is used where there is one.</source>
        <translation>Cherche dans les couches de référence, data.gouv.fr, transport.data.gouv.fr, les jeux de données qui suivent un schéma et les catalogues des plateformes régionales. Une ligne par couche : sa colonne id est ce que prend le paramètre LAYERS de la découpe ; un jeu de données qui ne peut pas être découpé a une ligne, qui dit pourquoi.

SOURCE : all (tous), catalogue, datagouv, transport, schema, csw (toutes les plateformes), ou le nom d’une plateforme ; plusieurs séparés par des virgules.
TERRITORY : les jeux de données du territoire d’abord, puis ceux d’alentour et du pays.
Un catalogue qui ne répond pas n’arrête pas les autres : cela est dit, et sa dernière bonne réponse sert s’il y en a une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>searching…</source>
        <translation>recherche…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>See it there:</source>
        <translation>À voir là-bas :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>See it there: {url}</source>
        <translation>Voyez-la sur place : {url}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>See its page: {page}</source>
        <translation>Voyez sa page : {page}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Select and show in the table</source>
        <translation>Sélectionner et voir dans la table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Select some, or untick “selected features only”.</source>
        <translation>Sélectionnez-en, ou décochez « Entités sélectionnées uniquement ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Select the features</source>
        <translation>Sélectionner les objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>Sends the INSEE codes of the communes of the layer, and nothing else</source>
        <translation>Envoie les codes INSEE des communes de la couche, et rien d’autre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Services (short names separated by commas; empty: all)</source>
        <translation>Services (noms courts séparés par des virgules ; vide : tous)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>Services and catalogue</source>
        <translation>Services et catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Services as expected: {good}; different: {different}; without answer: {dead}.</source>
        <translation>Services conformes à l’attente : {good} ; différents : {different} ; sans réponse : {dead}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Services that answer as expected</source>
        <translation>Services qui répondent comme attendu</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Services that do not answer</source>
        <translation>Services qui ne répondent pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Set by data: {names}. Simple ones may pass, check them.</source>
        <translation>Définis par des données : {names}. Les plus simples peuvent passer, vérifiez-les.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/crs.py"/>
        <source>Set it in the properties of the layer, then deliver again.</source>
        <translation>Définissez-le dans les propriétés de la couche, puis livrez à nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/place.py"/>
        <source>Set its CRS in its properties, then start again.</source>
        <translation>Définissez son SCR dans ses propriétés, puis recommencez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/pseudonyms.py"/>
        <source>Set its master password (Settings, Options, Authentication), or leave the column out.</source>
        <translation>Définissez son mot de passe principal (Préférences, Options, Authentification), ou laissez la colonne de côté.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>several points in one feature: longitude and latitude hold only one.</source>
        <translation>plusieurs points dans un objet : longitude et latitude n’en contiennent qu’un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>shadow</source>
        <translation>ombre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <source>shape</source>
        <translation>géométrie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>Shapes are exchanged in {crs}.</source>
        <translation>Les géométries sont échangées en {crs}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Shapes go to these columns, in longitude and latitude: {names}.</source>
        <translation>Les géométries vont dans ces colonnes, en longitude et latitude : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>Shapes of Grist are written in longitude and latitude (WGS 84): bring those of the table to it.</source>
        <translation>Les géométries de Grist sont écrites en longitude et latitude (WGS 84) : ramenez-y celles de la table.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/files.py"/>
        <source>Shorten it in the layer, then deliver again: nothing was written.</source>
        <translation>Raccourcissez-la dans la couche, puis livrez à nouveau : rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Shorten the value.</source>
        <translation>Raccourcissez la valeur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Shorten the value: it would be refused or cut.</source>
        <translation>Raccourcissez la valeur : elle serait refusée ou coupée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/rows.py"/>
        <source>Shorten them in the layer, then deliver again: nothing was written.</source>
        <translation>Raccourcissez-les dans la couche, puis livrez à nouveau : rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_said.py"/>
        <source>Show a new dataset to everybody once it was read back</source>
        <translation>Rendre public un jeu en brouillon, une fois relu</translation>
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
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Show or hide this level</source>
        <translation>Montrer ou masquer ce niveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Signs of a font, that the server may not have: {names}.</source>
        <translation>Signes d’une police que le serveur n’a peut-être pas : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_map.py"/>
        <source>Signs that are near one another are drawn as one: the gravest.</source>
        <translation>Les signes proches les uns des autres n’en font qu’un : le plus grave.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/territory.py"/>
        <source>Simplify (metres, 0: exact)</source>
        <translation>Simplifier (mètres, 0 : exact)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_document.py"/>
        <source>Simplify it, or cut it into several features: it would be slow, or refused. Expected: {expected}.</source>
        <translation>Simplifiez-la ou découpez-la en plusieurs objets : elle serait lente à afficher, ou refusée. Attendu, au plus : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>Simulate first: nothing is sent before its plan was seen.</source>
        <translation>Simulez d’abord : rien n’est envoyé avant que son plan ait été vu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Simulated: nothing was sent. “{collection}”, {target}</source>
        <translation>Simulation : rien n’a été envoyé. « {collection} », {target}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Since the last run: {mended} mended, {new} new.</source>
        <translation>Depuis le dernier passage : {mended} corrigées, {new} nouvelles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>Size of the kit (bytes)</source>
        <translation>Taille du kit (octets)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Sliver between neighbours: {value}.</source>
        <translation>Lacune filiforme entre voisins : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>Slivers between neighbours</source>
        <translation>Interstices entre voisins</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Slivers of overlap</source>
        <translation>Recouvrements filiformes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>slow</source>
        <translation>lent</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Small gaps</source>
        <translation>Petits trous</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>Snap it to the corner, with snapping on the parcels active; the line shows the way.</source>
        <translation>Accrochez-le à l’angle, accrochage actif sur les parcelles ; la ligne montre le chemin.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Snap it to the nearest element, or add the element that is missing.</source>
        <translation>Accrochez-le à l’élément le plus proche, ou ajoutez celui qui manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Snap it to the nearest line, with snapping active.</source>
        <translation>Accrochez-le à la ligne la plus proche, accrochage actif.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Snap this end to its neighbour. If the network really ends there, nothing has to be done.</source>
        <translation>Accrochez cette extrémité à sa voisine. Si le réseau finit vraiment là, il n’y a rien à faire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>social security numbers</source>
        <translation>numéros de sécurité sociale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>Some companies have asked not to be disclosed: their names and addresses must not be republished.</source>
        <translation>Certaines entreprises ont demandé à ne pas être diffusées : leurs noms et adresses ne doivent pas être rediffusés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Some rules could not be checked: see below the list.</source>
        <translation>Certaines règles n’ont pas pu être contrôlées : voyez sous la liste.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>Somebody else has changed this record since the plan was made: nothing was sent.</source>
        <translation>Quelqu&apos;un d&apos;autre a changé cette fiche depuis que le plan a été fait : rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Somebody has changed it since: ask its administrator.</source>
        <translation>Quelqu’un l’a changée depuis : demandez à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>Somebody has published since. Publish again from your layer.</source>
        <translation>Quelqu&apos;un a publié depuis. Publiez à nouveau à partir de votre couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>somebody has written to the table since the plan was made</source>
        <translation>quelqu&apos;un a écrit dans la table depuis le plan</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/wfs.py"/>
        <source>Somebody may be writing there, or its limit is too low: try again, then ask its administrator.</source>
        <translation>Quelqu’un y écrit peut-être, ou sa limite est trop basse : recommencez, puis demandez à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/files.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/tables.py"/>
        <source>Somebody may have put something else in its place: look at it before you publish.</source>
        <translation>Quelqu’un a peut-être mis autre chose à sa place : regardez-le avant de publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Somebody removed it, or published since. Publish again from your layer.</source>
        <translation>Quelqu’un l’a supprimé, ou a publié depuis. Publiez de nouveau depuis votre couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Spaces around values</source>
        <translation>Espaces autour des valeurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>spatial resolution</source>
        <translation>résolution spatiale</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>specification</source>
        <translation>spécification</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Standard (id, or path or address of a schema)</source>
        <translation>Standard (identifiant, chemin ou adresse d’un schéma)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Standard (id, path or address of a schema, or “auto”)</source>
        <translation>Standard (identifiant, chemin ou adresse d’un schéma, ou « auto »)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Standard (id, path or address of a schema; that of the mapping where empty)</source>
        <translation>Standard (identifiant, chemin ou adresse d’un schéma ; vide : celui de la correspondance)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Standard that the layer must follow (id, path, address or auto)</source>
        <translation>Standard que la couche doit suivre (identifiant, chemin, adresse ou auto)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Standard: {standard} ({id}). Features checked: {rows}, in {seconds} s.</source>
        <translation>Standard : {standard} ({id}). Objets contrôlés : {rows}, en {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/standards.py"/>
        <source>Standards</source>
        <translation>Standards</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/standards.py"/>
        <source>Standards and schemas known</source>
        <translation>Standards et schémas connus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>State of each layer (JSON)</source>
        <translation>État de chaque couche (JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>static STAC, walked: items read: {read}, in the box: {kept}</source>
        <translation>STAC statique, parcouru : éléments lus : {read}, dans l’emprise : {kept}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>Stations of shared bicycles and cars (GBFS)</source>
        <translation>Stations de vélos et de voitures en libre-service (GBFS)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Step along the lines (metres, 0: vertices only)</source>
        <translation>Pas le long des lignes (mètres, 0 : les sommets seulement)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>still there, though the platform says it is deleted</source>
        <translation>toujours là, alors que la plateforme dit l’avoir supprimé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>stopped</source>
        <translation>arrêtée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <location filename="../data_territoires_plugin/gui/tool_page.py"/>
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
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>Stopped at your request: nothing was changed.</source>
        <translation>Arrêté à votre demande : rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Stopped at your request: nothing was sent.</source>
        <translation>Arrêté à votre demande : rien n’a été envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <location filename="../data_territoires_plugin/gui/publication_steps.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>structured text (JSON)</source>
        <translation>texte structuré (JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>style</source>
        <translation>style</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>substitutions</source>
        <translation>substitutions</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/transport.py"/>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Switch offline mode off in the settings of the plugin (or unset DATA_TERRITOIRES_OFFLINE).</source>
        <translation>Désactivez le mode hors ligne dans les réglages de l’extension (ou retirez DATA_TERRITOIRES_OFFLINE).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/registry.py"/>
        <source>Switch offline mode off, or choose the territory of the training kit.</source>
        <translation>Désactivez le mode hors ligne, ou choisissez le territoire du jeu de formation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/kept.py"/>
        <source>Switch offline mode off, or search again what was searched before.</source>
        <translation>Quittez le mode hors connexion, ou refaites une recherche déjà faite.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>Symbols kept in the features.</source>
        <translation>Symboles enregistrés dans les objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>synonym</source>
        <translation>synonyme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>T&amp;itle</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>t&amp;olerance</source>
        <translation>to&amp;lérance</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Table of addresses</source>
        <translation>Table d’adresses</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Table of Grist (document/Table)</source>
        <translation>Table de Grist (document/Table)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Table of the services</source>
        <translation>Tableau des services</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Table of the standard (found where empty)</source>
        <translation>Table du standard (vide : trouvée)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Table of the standard (recognised where empty)</source>
        <translation>Table du standard (reconnue si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>Table of the standard: {name}, the one that the columns fill best.</source>
        <translation>Table du standard : {name}, celle que les colonnes remplissent le mieux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>Table {name}: no layer, or an empty one.</source>
        <translation>Table {name} : aucune couche, ou une couche vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>Table {table}: conforms to {standard}, version {version}, {date}.</source>
        <translation>Table {table} : conforme au standard {standard}, version {version}, {date}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Tables and layers (*.csv *.xlsx *.ods *.geojson *.gpkg *.shp)</source>
        <translation>Tableaux et couches (*.csv *.xlsx *.ods *.geojson *.gpkg *.shp)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/project.py"/>
        <source>Tables to fill</source>
        <translation>Tables à remplir</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>Tables, separated by commas (all where empty)</source>
        <translation>Tables, séparées par des virgules (toutes si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Tables, where the mapping has several</source>
        <translation>Tables, si la correspondance en a plusieurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>tabular API of data.gouv.fr</source>
        <translation>API tabulaire de data.gouv.fr</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>tabulations</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Take as the perimeter</source>
        <translation>Prendre comme périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>Take it back with “Undo”, or go on with “Resume”; the journal is {path}.</source>
        <translation>Revenez en arrière avec « Annuler », ou continuez avec « Reprendre » ; le journal est {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>Take it back with “Undo”, then publish by another way (OGC API, database).</source>
        <translation>Revenez en arrière par « Annuler une publication », puis publiez autrement (OGC API, base de données).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Take it out, or replace it by the record of the document, whose root is MD_Metadata.</source>
        <translation>Retirez-le, ou remplacez-le par la fiche du document, dont la racine est MD_Metadata.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Take it out. Allowed: xml, pdf, csv, shapefile, MapInfo, GeoJSON, GML.</source>
        <translation>Retirez-le. Admis : xml, pdf, csv, shapefile, MapInfo, GeoJSON, GML.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Take the card away</source>
        <translation>Retirer la carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Take the identifier of the commune from the national base, or from the BAL editor.</source>
        <translation>Reprenez l’identifiant de la commune dans la base nationale, ou dans l’éditeur de BAL.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Take the name and the password off the address: the account holds them.</source>
        <translation>Retirez le nom et le mot de passe de l’adresse : le compte les contient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Take the publication back</source>
        <translation>Annuler la publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>Take the publication back with “Undo”, or ask the support of the Géoplateforme.</source>
        <translation>Annulez la publication par « Annuler », ou demandez au support de la Géoplateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <source>Take the publication back with “Undo”.</source>
        <translation>Reprenez la publication avec « Annuler une publication ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Take this card away: nothing changes on the platform</source>
        <translation>Retirer cette carte : rien ne change sur la plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>Take |member=… out of the catalogue.</source>
        <translation>Retirez |member=… du catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>Taken away: {created}, put back as they were: {replaced}, put back: {deleted}. The platform holds {there} features.</source>
        <translation>Retirés : {created}, remis tels qu’ils étaient : {replaced}, rétablis : {deleted}. La plateforme contient {there} objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Taken back in part.</source>
        <translation>Annulée en partie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>taken back in part: undo it again</source>
        <translation>annulée en partie : annulez-la à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>taken back: the platform holds what it held before</source>
        <translation>annulée : la plateforme contient ce qu’elle contenait avant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Taken back: the platform holds what it held before.</source>
        <translation>Annulée : la plateforme contient ce qu’elle contenait avant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>Taking back “{layer}”</source>
        <translation>Annulation de « {layer} »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>telephone numbers</source>
        <translation>numéros de téléphone</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Template</source>
        <translation>Gabarit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Template of your authority (JSON or YAML)</source>
        <translation>Modèle de fiche de votre collectivité (JSON ou YAML)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Template of your authority for the record</source>
        <translation>Modèle de fiche de votre collectivité</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/template.py"/>
        <source>Template of “{title}”: {tables} tables, {lists} lists of codes. Open {project} to digitise.</source>
        <translation>Gabarit de « {title} » : {tables} tables, {lists} listes de codes. Ouvrez {project} pour numériser.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>Templates (*.yaml *.yml *.json)</source>
        <translation>Modèles de fiche (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/locator.py"/>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Territories (kind:code, separated by commas)</source>
        <translation>Territoires (type:code, séparés par des virgules)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Territories already in the folder, left alone: {count}.</source>
        <translation>Territoires déjà dans le dossier, laissés tels quels : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Territories done</source>
        <translation>Territoires faits</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Territories done: {done}, in failure: {failed}, in {seconds} s.</source>
        <translation>Territoires faits : {done}, en échec : {failed}, en {seconds} s.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_search.py"/>
        <source>Territories found</source>
        <translation>Territoires trouvés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Territories in failure</source>
        <translation>Territoires en échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_said.py"/>
        <source>Territories that the data cover (kind:code, separated by commas)</source>
        <translation>Territoires que couvrent les données (type:code, séparés par des virgules)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>Territories: {count}.</source>
        <translation>Territoires : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Territory (kind:code)</source>
        <translation>Territoire (type:code)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
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
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>Territory that replaces the recipe&apos;s</source>
        <translation>Territoire qui remplace celui de la recette</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Territory whose communes give the INSEE codes</source>
        <translation>Territoire dont les communes donnent les codes INSEE</translation>
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
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>Territory: {name} ({territory}). Made on {date} with the extension Data Territoires.</source>
        <translation>Territoire : {name} ({territory}). Fait le {date} avec l’extension Data Territoires.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Test the services</source>
        <translation>Tester les services</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>text in {encoding} separated by {separator}</source>
        <translation>texte en {encoding}, séparateur {separator}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>Text to paste (Markdown)</source>
        <translation>Texte à coller (Markdown)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>The account is right, and has no right to publish this layer.</source>
        <translation>Le compte est reconnu, mais n’a pas le droit de publier cette couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The additional place “{value}” is not declared as a place.</source>
        <translation>Le lieu-dit complémentaire « {value} » n’est pas déclaré comme toponyme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The address has no kind of position.</source>
        <translation>L’adresse n’a pas de type de position.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The address has no longitude or latitude.</source>
        <translation>L’adresse n’a pas de longitude ou de latitude.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The address has no number or no street name.</source>
        <translation>L’adresse n’a pas de numéro ou pas de nom de voie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The address has no valid code of commune.</source>
        <translation>L’adresse n’a pas de code de commune valide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The address has some of the BAN identifiers but not all: {expected} is missing.</source>
        <translation>L’adresse a une partie des identifiants BAN seulement : il manque {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_collection.py"/>
        <source>The address of a collection ends with /collections/name; check it in a browser.</source>
        <translation>L’adresse d’une collection finit par /collections/nom ; vérifiez-la dans un navigateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>The address of a layer ends with its number: …/FeatureServer/0.</source>
        <translation>L’adresse d’une couche se termine par son numéro : …/FeatureServer/0.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The address of the catalogue must begin with https://.</source>
        <translation>L’adresse du catalogue doit commencer par https://.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The address of the catalogue must not hold a user name or a password.</source>
        <translation>L’adresse du catalogue ne doit contenir ni nom d’utilisateur ni mot de passe.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The address of the database can&apos;t be read.</source>
        <translation>L’adresse de la base de données est illisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The address of the database says more than what is read there: server, port, name and sslmode.</source>
        <translation>L’adresse de la base de données en dit plus que ce qui y est lu : serveur, port, nom et sslmode.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>The address of “{platform}” is missing.</source>
        <translation>L’adresse de « {platform} » manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>The address “{text}” is not found.</source>
        <translation>L’adresse « {text} » est introuvable.</translation>
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
        <location filename="../data_territoires_plugin/catalogue/catalogue.py"/>
        <source>The algorithm “search” finds a layer by a word.</source>
        <translation>Le traitement « search » (Chercher) trouve une couche par un mot.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/shelf.py"/>
        <source>The algorithm “standards” lists those that are known.</source>
        <translation>Le traitement « Standards et schémas connus » donne la liste de ceux qui le sont.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/altimetry.py"/>
        <source>The altimetry service answers something else than what it was asked.</source>
        <translation>Le service d’altimétrie répond autre chose que ce qui lui est demandé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/grist.py"/>
        <source>The answer of Grist can&apos;t be understood.</source>
        <translation>La réponse de Grist est incompréhensible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>The answer of the Géoportail de l’urbanisme can&apos;t be understood.</source>
        <translation>La réponse du Géoportail de l’urbanisme est incompréhensible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>The ArcGIS server refuses the request ({code}): {words}</source>
        <translation>Le serveur ArcGIS refuse la requête ({code}) : {words}</translation>
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
        <location filename="../data_territoires_plugin/sources/edigeo.py"/>
        <source>The archive is not whole, or is not one of the land register: ask for it again.</source>
        <translation>L’archive est incomplète, ou n’est pas une archive du cadastre : redemandez-la.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>The archive of “{name}” is not where the Géoportail says.</source>
        <translation>L’archive de « {name} » n’est pas là où le Géoportail le dit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>The archive of “{name}” is {size} MB: more than the limit set.</source>
        <translation>L’archive de « {name} » pèse {size} Mo : plus que la limite fixée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/seven_zip.py"/>
        <source>The archive “{name}” is compressed in a way that can&apos;t be read here.</source>
        <translation>L’archive « {name} » est compressée d’une façon qui ne peut pas être lue ici.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/seven_zip.py"/>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>The archive “{name}” is not whole, or can&apos;t be opened.</source>
        <translation>L&apos;archive « {name} » n&apos;est pas entière, ou ne s&apos;ouvre pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>The archive “{name}” was refused: unpacked, it would be abnormally large.</source>
        <translation>L’archive « {name} » est refusée : décompressée, elle serait anormalement grosse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>The archive “{name}” was refused: “{member}” would be written outside its folder.</source>
        <translation>L’archive « {name} » est refusée : « {member} » serait écrit hors de son dossier.</translation>
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
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The BAN keeps the first addresses that a commune publishes: they can&apos;t be taken back from here.</source>
        <translation>La BAN garde les premières adresses qu’une commune publie : elles ne peuvent pas être retirées d’ici.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/ban_communes.py"/>
        <source>The Base Adresse Nationale gave an answer that can&apos;t be read.</source>
        <translation>La Base Adresse Nationale a donné une réponse illisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>The Base Adresse Nationale is asked (BAL).</source>
        <translation>La Base Adresse Nationale est interrogée (BAL).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>the bounding box: only a territory is known there</source>
        <translation>l’emprise : ce catalogue ne connaît que les territoires</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>The cache can&apos;t be written.</source>
        <translation>Le cache ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>The capabilities of the service {service} can&apos;t be read.</source>
        <translation>Les capacités du service {service} ne peuvent pas être lues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>The catalogue at this address is the one in use: nothing to change.</source>
        <translation>Le catalogue à cette adresse est celui en service : rien à changer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/record_json.py"/>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>The catalogue did not answer with a record.</source>
        <translation>Le catalogue n&apos;a pas répondu par une fiche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>the catalogue did not answer with a report: {words}</source>
        <translation>le catalogue n&apos;a pas répondu par un compte rendu : {words}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>The catalogue did not answer with the record.</source>
        <translation>Le catalogue n&apos;a pas répondu par la fiche demandée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>The catalogue does not hold the record as it was sent: {problem}.</source>
        <translation>Le catalogue ne contient pas la fiche telle qu&apos;elle a été envoyée : {problem}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>The catalogue does not know who you are.</source>
        <translation>Le catalogue ne sait pas qui vous êtes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>The catalogue file {file} can&apos;t be read.</source>
        <translation>Le fichier de catalogue {file} ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/addservice.py"/>
        <source>The catalogue file {path} can&apos;t be written.</source>
        <translation>Le fichier de catalogue {path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>The catalogue gave no token for writing (cookie {name}).</source>
        <translation>Le catalogue n&apos;a pas donné de jeton pour écrire (cookie {name}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>The catalogue has it already: “{title}”. What others have added there is kept.</source>
        <translation>Le catalogue l&apos;a déjà : « {title} ». Ce que d&apos;autres y ont ajouté est gardé.</translation>
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
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The catalogue in use is the one shipped with the extension.</source>
        <translation>Le catalogue en service est celui livré avec l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>The catalogue is being read…</source>
        <translation>Lecture du catalogue…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>The catalogue keeps this record in ISO 19139: replaced by JSON, it would lose what JSON has no word for.</source>
        <translation>Le catalogue garde cette fiche en ISO 19139 : remplacée par du JSON, elle perdrait ce que le JSON ne sait pas dire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/csw.py"/>
        <source>the catalogue says yes and counts {total} records changed, where one was expected</source>
        <translation>le catalogue dit oui et compte {total} fiches changées, là où une seule était attendue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>the catalogue says yes and names no record</source>
        <translation>le catalogue dit oui et ne nomme aucune fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>the catalogue shipped with the extension</source>
        <translation>le catalogue livré avec l’extension</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>the catalogue stored it under another identifier: {found}</source>
        <translation>le catalogue l&apos;a rangée sous un autre identifiant : {found}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>The changes are in “{name}”.</source>
        <translation>Les évolutions sont dans « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The client may need an habilitation of the commune: write INSEE code/habilitation.</source>
        <translation>Le client a peut-être besoin d’une habilitation de la commune : écrivez code INSEE/habilitation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The column {field} is missing.</source>
        <translation>La colonne {field} est absente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The column {field} is not in the standard.</source>
        <translation>La colonne {field} n’est pas prévue par le standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>the column {name} is no longer there</source>
        <translation>la colonne {name} n’existe plus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>The column “{column}” of the table holds shapes that are not in degrees.</source>
        <translation>La colonne « {column} » de la table contient des géométries qui ne sont pas en degrés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The column “{value}” was read as {field}, but its name is not exactly that.</source>
        <translation>La colonne « {value} » a été lue comme {field}, mais ce n’est pas exactement son nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The column “{value}” was read as {field}, but the national base wants this exact name.</source>
        <translation>La colonne « {value} » a été lue comme {field}, mais la base nationale attend exactement ce nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The columns are separated by “{value}”, not by a semicolon.</source>
        <translation>Les colonnes sont séparées par « {value} », et non par un point-virgule.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>The commune may be under the national rules (RNU), or its plan not deposited yet: clip the layer urba_municipality to know.</source>
        <translation>La commune est peut-être au règlement national d’urbanisme (RNU), ou son plan n’est pas encore déposé : découpez la couche urba_municipality pour le savoir.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>The communes of {name} are not in the cache, and the plugin is offline.</source>
        <translation>Les communes de {name} ne sont pas dans le cache, et l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The connection to the database was cut.</source>
        <translation>La connexion à la base de données a été coupée.</translation>
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
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The coordinate reference system {value} is not among those allowed.</source>
        <translation>Le système de coordonnées {value} n’est pas parmi ceux qui sont autorisés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The coordinates ({value}) lie outside the area of {expected}.</source>
        <translation>Les coordonnées ({value}) sont hors de la zone de {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The coordinates of the perimeter ({x}, {y}) are not those of its CRS, {crs}.</source>
        <translation>Les coordonnées du périmètre ({x}, {y}) ne sont pas celles de son SCR, {crs}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>the CRS</source>
        <translation>la projection</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>The data are published and verified, their record is not: {reason}</source>
        <translation>Les données sont publiées et vérifiées, leur fiche ne l&apos;est pas : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>The data can&apos;t keep the identifier of their record ({identifier}): write it in the template.</source>
        <translation>Les données ne peuvent pas garder l&apos;identifiant de leur fiche ({identifier}) : écrivez-le dans le modèle de fiche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>The data can&apos;t keep what was said of them: save the project, which does.</source>
        <translation>Les données ne peuvent pas garder ce qui vient d’en être dit : enregistrez le projet, qui le garde.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>The data may be changing on the server: try again in a few minutes.</source>
        <translation>Les données changent peut-être sur le serveur : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/datagouv.py"/>
        <source>the data set has no such file any more</source>
        <translation>le jeu de données n&apos;a plus de tel fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The database can&apos;t be reached.</source>
        <translation>La base de données est injoignable.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The database has no table {schema}.{table}.</source>
        <translation>La base de données n’a pas de table {schema}.{table}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms_postgis.py"/>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The database refuses: {reason}</source>
        <translation>La base de données refuse : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>the dataset holds no file and no link</source>
        <translation>le jeu de données ne contient ni fichier ni lien</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The date {value} is before 2010.</source>
        <translation>La date {value} est antérieure à 2010.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The date {value} is in the future.</source>
        <translation>La date {value} est dans le futur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The dates of {field} are not in order: {value}.</source>
        <translation>Les dates de {field} ne sont pas dans l’ordre : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The delegated commune is not a part of the commune ({value}).</source>
        <translation>La commune déléguée ne fait pas partie de la commune ({value}).</translation>
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
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <location filename="../data_territoires_plugin/standards/report_json.py"/>
        <source>The disk is full: free some room.</source>
        <translation>Le disque est plein : libérez de la place.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <location filename="../data_territoires_plugin/standards/deliver/files.py"/>
        <location filename="../data_territoires_plugin/standards/template/tables.py"/>
        <source>The disk of “{folder}” is full.</source>
        <translation>Le disque de « {folder} » est plein.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>The document can&apos;t be unpacked in “{folder}”.</source>
        <translation>Le document ne peut pas être décompressé dans « {folder} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>The documents are listed for at most {most} communes, and here are {count}.</source>
        <translation>Les documents se listent pour {most} communes au plus, et en voici {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>the extent</source>
        <translation>l’emprise</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The extent “{expected}” names a generator that doesn&apos;t exist: IDGEN “{value}”.</source>
        <translation>L’assiette « {expected} » nomme un générateur qui n’existe pas : IDGEN « {value} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>The extract of OpenStreetMap “{name}” can&apos;t be read.</source>
        <translation>L’extrait d’OpenStreetMap « {name} » est illisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>The extract of OpenStreetMap “{path}” does not exist.</source>
        <translation>L’extrait d’OpenStreetMap « {path} » n’existe pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>The extraction failed: {message}</source>
        <translation>L’extraction a échoué : {message}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>The extraction gave no file.</source>
        <translation>L’extraction n’a donné aucun fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>The extraction is not finished after {hours} hours.</source>
        <translation>L’extraction n’est pas finie au bout de {hours} heures.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>The extraction service answers something else than what it was asked.</source>
        <translation>Le service d’extraction répond autre chose que ce qui lui est demandé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>The extraction service needs an account: choose its authentication.</source>
        <translation>Le service d’extraction demande un compte : choisissez son authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>The extraction service takes no other extraction from your account for now.</source>
        <translation>Le service d’extraction ne prend pas d’autre extraction de votre compte pour l’instant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>The feature goes out of {expected}: {value}.</source>
        <translation>L’objet sort de son cadre ({expected}) : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The feature has no geometry.</source>
        <translation>L’objet n’a pas de géométrie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>the feature is no longer there</source>
        <translation>l’objet n’existe plus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>The feature is not on {expected}: {value} away.</source>
        <translation>L’objet n’est pas posé sur {expected} : il en est à {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>The feature that gets this piece; each choice is checked, and shown on the map</source>
        <translation>L’objet qui reçoit ce morceau ; chaque choix est contrôlé, et montré sur la carte</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>The feature {id} is no longer in the layer.</source>
        <translation>L’objet {id} n’est plus dans la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>The features {field} have the same shape.</source>
        <translation>Les objets {field} ont la même géométrie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>The features {field} overlap: {value}.</source>
        <translation>Les objets {field} se recouvrent : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>The field “{field}” has the same value several times: {values}.</source>
        <translation>Le champ « {field} » a plusieurs fois la même valeur : {values}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>The field “{field}” identifies the features: it can&apos;t be left out, nor be a year.</source>
        <translation>Le champ « {field} » identifie les objets : il ne peut être ni écarté, ni réduit à une année.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>The field “{field}” is empty for some features.</source>
        <translation>Le champ « {field} » est vide pour certains objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>The field “{name}” holds no code of a commune, such as 35238 (first value: {value}).</source>
        <translation>Le champ « {name} » ne contient aucun code de commune, comme 35238 (première valeur : {value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>the fields</source>
        <translation>les champs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>The file changed on the server while it was being read.</source>
        <translation>Le fichier a changé sur le serveur pendant sa lecture.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the file has been written since the clip</source>
        <translation>le fichier a été modifié depuis la découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The file has no address.</source>
        <translation>Le fichier ne contient aucune adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the file has not changed since the clip</source>
        <translation>le fichier n’a pas changé depuis la découpe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>The file holds {count} layers, only the first one is checked; name another one so: {example}.</source>
        <translation>Le fichier contient {count} couches, seule la première est contrôlée ; nommez-en une autre ainsi : {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>The file is damaged: restore it from a backup.</source>
        <translation>Le fichier est endommagé : restaurez-le depuis une sauvegarde.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The file is encoded in {value}, not in UTF-8.</source>
        <translation>Le fichier est encodé en {value}, et non en UTF-8.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The file is larger than the service takes ({size} MB).</source>
        <translation>Le fichier est plus gros que ce que le service accepte ({size} Mo).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/rest.py"/>
        <source>The file is larger than what this GeoServer, or the server in front of it, takes.</source>
        <translation>Le fichier dépasse ce que prend ce GeoServer, ou le serveur placé devant lui.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>The file is not a FlatGeobuf.</source>
        <translation>Le fichier n’est pas un FlatGeobuf.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>The file is shorter than it says.</source>
        <translation>Le fichier est plus court qu’annoncé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>The file is written anew: its separator, quotes and encoding are those of QGIS.</source>
        <translation>Le fichier est réécrit : son séparateur, ses guillemets et son encodage sont ceux de QGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>The file may come from a newer version of the plugin, or be something else than a standard.</source>
        <translation>Le fichier vient peut-être d’une version plus récente de l’extension, ou n’est pas un standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>The file of platforms {file} can&apos;t be read.</source>
        <translation>Le fichier de plateformes {file} ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>The file of platforms {file} is not YAML in UTF-8.</source>
        <translation>Le fichier de plateformes {file} n’est pas du YAML en UTF-8.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>The file of standards {name} can&apos;t be used: {problem}</source>
        <translation>Le fichier de standards {name} est inutilisable : {problem}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/selections.py"/>
        <source>The file of the ready selections can&apos;t be read.</source>
        <translation>Le fichier des sélections prêtes ne peut pas être lu.</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/conditions.py"/>
        <source>The file of the standard is wrong: tell its author, or use the standard shipped with the plugin.</source>
        <translation>Le fichier du standard est erroné : prévenez son auteur, ou utilisez le standard livré avec l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The file that the service gives is not the one that it describes.</source>
        <translation>Le fichier que donne le service n’est pas celui qu’il décrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>The file that the site serves is not the one that it describes.</source>
        <translation>Le fichier que sert le site n’est pas celui qu’il décrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>The file that was ready to go is gone from the folder of the journal.</source>
        <translation>Le fichier prêt à partir n’est plus dans le dossier du journal.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The file “{value}” is not in the standard, or its name is wrong.</source>
        <translation>Le fichier « {value} » n’est pas prévu par le standard, ou il est mal nommé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The file “{value}” is of a kind that a document of urbanism doesn&apos;t hold.</source>
        <translation>Le fichier « {value} » est d’un type qu’un document d’urbanisme ne contient pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>The findings can&apos;t be read.</source>
        <translation>Les anomalies ne peuvent pas être lues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/findings_layer.py"/>
        <source>The findings can&apos;t be written.</source>
        <translation>Les anomalies ne peuvent pas être écrites.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>The FlatGeobuf has no spatial index: it can&apos;t be read by parts.</source>
        <translation>Le FlatGeobuf n’a pas d’index spatial : il ne peut pas être lu par morceaux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>The folder of the journal: what goes on after an interruption, and takes back</source>
        <translation>Le dossier du journal : il sert à reprendre après une interruption, et à annuler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/pieces.py"/>
        <source>The folder of the pieces “{path}” does not exist.</source>
        <translation>Le dossier des pièces « {path} » n’existe pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/pieces.py"/>
        <source>The folder of the pieces “{path}” holds too many files.</source>
        <translation>Le dossier des pièces « {path} » contient trop de fichiers.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>The folder to make has no name.</source>
        <translation>Le dossier à créer n’a pas de nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>The folder {name} holds other files, that it would lose: {files}.</source>
        <translation>Le dossier {name} contient d&apos;autres fichiers, qu&apos;il perdrait : {files}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>The folder {name} is not the one that this publication had put aside: nothing was changed.</source>
        <translation>Le dossier {name} n&apos;est pas celui que cette publication avait mis de côté : rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>The folder {name} is there, and was not made by this extension: it holds no {file}.</source>
        <translation>Le dossier {name} existe et n&apos;a pas été créé par cette extension : il ne contient pas de {file}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>The folder {name} was not made by this extension: the next publication would remove it.</source>
        <translation>Le dossier {name} n&apos;a pas été créé par cette extension : la prochaine publication le supprimerait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>The folder “{folder}” is not empty: choose another one, or empty it.</source>
        <translation>Le dossier « {folder} » n’est pas vide : choisissez-en un autre, ou videz-le.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>The folder “{name}” can&apos;t be read.</source>
        <translation>Le dossier « {name} » ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>The folder “{name}” holds {count} files: it is not that of a document.</source>
        <translation>Le dossier « {name} » contient {count} fichiers : ce n’est pas celui d’un document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>The folder “{name}” is empty.</source>
        <translation>Le dossier « {name} » est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The folder “{value}” is not in the standard, or its name is wrong.</source>
        <translation>Le dossier « {value} » n’est pas prévu par le standard, ou il est mal nommé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The folder&apos;s name “{value}” is not the one that the standard wants.</source>
        <translation>Le nom du dossier, « {value} », n’est pas celui que demande le standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms_postgis.py"/>
        <source>The form “postgis” asks for a database.</source>
        <translation>La forme « postgis » demande une base.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/places.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/shipped.py"/>
        <source>the format</source>
        <translation>le format</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>the format “{format}” is not read as a layer</source>
        <translation>le format « {format} » ne se lit pas comme une couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>The former data are no longer in the datastore.</source>
        <translation>Les anciennes données ne sont plus dans l’entrepôt.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/kept.py"/>
        <source>The former file is no longer beside the journal ({path}).</source>
        <translation>L’ancien fichier n’est plus à côté du journal ({path}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms.py"/>
        <source>The GDAL of this QGIS does not write {format}.</source>
        <translation>Le GDAL de ce QGIS n’écrit pas le format {format}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geocoding.py"/>
        <source>The geocoding service answers something else than what it was asked.</source>
        <translation>Le service de géocodage répond autre chose que ce qui lui est demandé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The geometry goes out of the perimeter by {value}.</source>
        <translation>La géométrie sort du périmètre de {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>the geometry has changed since: check again</source>
        <translation>la géométrie a changé depuis : contrôlez à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The geometry is a {value}; the standard wants {expected}.</source>
        <translation>Géométrie de type {value} ; le standard demande : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The geometry is {value}; the standard wants {expected}.</source>
        <translation>La géométrie est {value} ; le standard la demande {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>The Géoplateforme answers something else than what it was asked.</source>
        <translation>La Géoplateforme répond autre chose que ce qui lui est demandé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>The Géoplateforme could not store the data.</source>
        <translation>La Géoplateforme n’a pas pu stocker les données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>The Géoplateforme does not take these names of columns: {names}.</source>
        <translation>La Géoplateforme n’accepte pas ces noms de colonnes : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>The Géoplateforme is not done after {hours} hours.</source>
        <translation>La Géoplateforme n’a pas fini au bout de {hours} heures.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>The Géoplateforme refuses the file: {checks}.</source>
        <translation>La Géoplateforme refuse le fichier : {checks}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>The Géoplateforme says that what was published is not stable.</source>
        <translation>La Géoplateforme dit que ce qui a été publié n’est pas stable.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>The Géoportail de l’urbanisme has no document in force for {names}.</source>
        <translation>Le Géoportail de l’urbanisme n’a aucun document en vigueur pour {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>The Géoportail de l’urbanisme has no document “{id}” any more.</source>
        <translation>Le Géoportail de l’urbanisme n’a plus de document « {id} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The habilitation does not allow to publish for {code}.</source>
        <translation>L’habilitation ne permet pas de publier pour {code}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>The header of the FlatGeobuf is too long.</source>
        <translation>L’en-tête du FlatGeobuf est trop long.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The identifier of the commune is not the one that the Base Adresse Nationale gives ({value}).</source>
        <translation>L’identifiant de la commune n’est pas celui que donne la Base Adresse Nationale ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/run.py"/>
        <source>The identifiers of communes were not asked of the Base Adresse Nationale.</source>
        <translation>Les identifiants des communes n’ont pas été demandés à la Base Adresse Nationale.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The identifiers of communes were not compared with those of the Base Adresse Nationale: {value}</source>
        <translation>Les identifiants des communes n’ont pas été comparés à ceux de la Base Adresse Nationale : {value}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The interoperability key “{value}” does not have its parts.</source>
        <translation>La clé d’interopérabilité « {value} » n’a pas toutes ses parties.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The interoperability key “{value}” gives no street code (0000 or xxxx).</source>
        <translation>La clé d’interopérabilité « {value} » ne donne pas de code de voie (0000 ou xxxx).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The interoperability key “{value}” has capital letters.</source>
        <translation>La clé d’interopérabilité « {value} » contient des majuscules.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The interoperability key “{value}” has no street code of four characters.</source>
        <translation>La clé d’interopérabilité « {value} » n’a pas de code de voie sur quatre caractères.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>The invented territory is already in the training kit.</source>
        <translation>Le territoire inventé est déjà dans le jeu de formation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/journal.py"/>
        <source>The journal can&apos;t be written any more: look in the catalogue at what became of the record.</source>
        <translation>Le journal ne peut plus être écrit : regardez dans le catalogue ce qu’est devenue la fiche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/journal.py"/>
        <location filename="../data_territoires_plugin/publish/records/journal.py"/>
        <source>The journal can&apos;t be written: nothing was sent.</source>
        <translation>Le journal ne peut pas être écrit : rien n’a été envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>The journal is written first; then each batch is sent, and read back.</source>
        <translation>Le journal est écrit d’abord ; puis chaque lot est envoyé, et relu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/pseudonyms.py"/>
        <source>The key of the pseudonyms can&apos;t be kept: QGIS&apos;s authentication database is not open.</source>
        <translation>La clé des pseudonymes ne peut pas être gardée : la base d’authentification de QGIS n’est pas ouverte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>The key {key} of the feature {id} is empty, or that of another one too.</source>
        <translation>La clé {key} de l’objet {id} est vide, ou est aussi celle d’un autre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>the key “{key}” is missing.</source>
        <translation>la clé « {key} » manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>the key “{name}” is missing.</source>
        <translation>la clé « {name} » manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The kind of geometry is no longer the same.</source>
        <translation>Le type de géométrie n’est plus le même.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>The kit can&apos;t be written in “{folder}”.</source>
        <translation>Le kit ne peut pas être écrit dans « {folder} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>The kit of “{folder}” is damaged: “{name}” is not as it was made.</source>
        <translation>Le kit du dossier « {folder} » est abîmé : « {name} » n’est plus tel qu’il a été fait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>The kit of “{folder}” is no longer there.</source>
        <translation>Le kit du dossier « {folder} » n’est plus là.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/loading.py"/>
        <source>The kit of “{folder}” reads something else than its own data: {names}.</source>
        <translation>Le kit du dossier « {folder} » lit autre chose que ses propres données : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>The kit of “{folder}” was made by another version of the extension.</source>
        <translation>Le kit du dossier « {folder} » a été fait par une autre version de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>The last good answers are kept for the day when a service does not answer; 0: none.</source>
        <translation>Les dernières bonnes réponses sont gardées pour le jour où un service ne répond pas ; 0 : aucune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>the layer</source>
        <translation>la couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the layer bears no date of modification: read again and compared</source>
        <translation>la couche ne porte pas de date de modification : relue et comparée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>the layer can&apos;t be read</source>
        <translation>la couche est illisible</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>The layer can&apos;t be read: {reason}</source>
        <translation>La couche est illisible : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>The layer does not conform to its standard: correct it, or tick that you publish it knowingly.</source>
        <translation>La couche n’est pas conforme à son standard : corrigez-la, ou cochez que vous la publiez sciemment.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>the layer has changed since</source>
        <translation>la couche a changé depuis</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/apply.py"/>
        <source>the layer has no column {names}.</source>
        <translation>la couche n’a pas de colonne {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>The layer has no coordinate reference system.</source>
        <translation>La couche n’a pas de système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/place.py"/>
        <source>The layer has no coordinate reference system: its coordinates can&apos;t be written in degrees.</source>
        <translation>La couche n’a pas de système de coordonnées : ses coordonnées ne peuvent pas être écrites en degrés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>The layer has no CRS: give it one (“Layer CRS”), then try again.</source>
        <translation>La couche n’a pas de SCR : donnez-lui-en un (« SCR de la couche »), puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>The layer has no field {names}; it has: {fields}.</source>
        <translation>La couche n’a pas de champ {names} ; elle a : {fields}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>The layer has no field “{field}”.</source>
        <translation>La couche n’a pas de champ « {field} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>The layer has no geometry: what the mapping takes from it stays empty.</source>
        <translation>La couche n’a pas de géométrie : ce que la correspondance en tire reste vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>The layer has no point.</source>
        <translation>La couche n’a aucun point.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/publication.py"/>
        <source>The layer has no shapes, and the platform has: publishing it would empty them.</source>
        <translation>La couche n&apos;a pas de géométries, et la plateforme en a : la publier les viderait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>the layer is empty.</source>
        <translation>la couche est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/plan.py"/>
        <source>The layer is empty: publishing it would delete the {count} features of the platform.</source>
        <translation>La couche est vide : la publier supprimerait les {count} objets de la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>The layer is no longer in the project.</source>
        <translation>La couche n’est plus dans le projet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>The layer is no longer in the project: its findings stay here, to be read.</source>
        <translation>La couche n’est plus dans le projet : ses anomalies restent ici, à lire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The layer is not a BAL: it lacks {names}.</source>
        <translation>La couche n’est pas une BAL : il lui manque {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>the layer is not in the project</source>
        <translation>la couche n’est pas dans le projet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>The layer is not in the project.</source>
        <translation>La couche n’est pas dans le projet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>The layer no longer has the fields to publish: {names}.</source>
        <translation>La couche n’a plus les champs à publier : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair_communes.py"/>
        <source>The layer of communes has no column of INSEE codes.</source>
        <translation>La couche de communes n’a pas de colonne de codes INSEE.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>The layer says nothing of its licence: who reuses it will not know what is allowed.</source>
        <translation>La couche ne dit rien de sa licence : qui la réutilise ne saura pas ce qui est permis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>The layer that is published has no field “{field}”.</source>
        <translation>La couche publiée n’a pas de champ « {field} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The layer was given a wrong coordinate reference system, or the feature is lost: check both.</source>
        <translation>La couche a reçu un mauvais système de coordonnées, ou l’objet est égaré : vérifiez les deux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>The layer was given a wrong CRS: correct it (“Layer CRS”), don&apos;t reproject.</source>
        <translation>La couche a reçu un mauvais SCR : corrigez-le (« SCR de la couche »), sans reprojeter.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>The layer “{layer}” can&apos;t be published to: {verbs} not allowed.</source>
        <translation>On ne peut pas publier dans la couche « {layer} » : {verbs} n&apos;est pas permis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/model.py"/>
        <source>the layer “{layer}” has no column {names}.</source>
        <translation>la couche « {layer} » n’a pas de colonne {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>The layer “{layer}” is no longer in the project.</source>
        <translation>La couche « {layer} » n’est plus dans le projet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>The layer “{name}” can&apos;t be edited.</source>
        <translation>La couche « {name} » ne peut pas être modifiée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>The layer “{name}” can&apos;t be read.</source>
        <translation>La couche « {name} » ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/crs.py"/>
        <source>The layer “{name}” has no coordinate reference system.</source>
        <translation>La couche « {name} » n’a pas de système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cliplayers.py"/>
        <source>The layer “{name}” has no coordinate reference system: give it one (“Layer CRS”), then try again.</source>
        <translation>La couche « {name} » n’a pas de système de coordonnées de référence : donnez-lui en un (« SCR de la couche »), puis réessayez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>The layer “{name}” refuses a change ({what}): nothing was changed.</source>
        <translation>La couche « {name} » refuse un changement ({what}) : rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The layer “{value}” has no coordinate reference system.</source>
        <translation>La couche « {value} » n’a pas de système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The layer “{value}” has no feature.</source>
        <translation>La couche « {value} » n’a aucun objet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The layer “{value}” has no geometry.</source>
        <translation>La couche « {value} » n’a pas de géométrie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>The layers ticked, on the territory chosen, in a folder for USB keys: for a room without network.</source>
        <translation>Les couches cochées, sur le territoire choisi, dans un dossier pour clés USB : pour une salle sans réseau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The leading zeros were lost: write “{code}”, in a text column.</source>
        <translation>Les zéros de tête ont été perdus : écrivez « {code} », dans une colonne de texte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/places.py"/>
        <source>the licence</source>
        <translation>la licence</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/described.py"/>
        <source>The licence of the layer ({licence}) is not one that the site knows: choose it there.</source>
        <translation>Le site ne connaît pas la licence de la couche ({licence}) : choisissez-la là-bas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>The licence “{licence}” is not one that is known here: check that it allows to publish again.</source>
        <translation>La licence « {licence} » n’est pas connue ici : vérifiez qu’elle permet de publier à nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The limit is in Settings &gt; Options &gt; Network &gt; Timeout.</source>
        <translation>Le délai se règle dans Préférences &gt; Options &gt; Réseau &gt; Délai d’attente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The lines do not end as those of a text file of today.</source>
        <translation>Les lignes ne finissent pas comme celles d’un fichier texte actuel.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/links.py"/>
        <source>The link “{name}” ({url}) does not answer: {problem}</source>
        <translation>Le lien « {name} » ({url}) ne répond pas : {problem}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>The links of the STAC turn round.</source>
        <translation>Les liens du STAC tournent en rond.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The list of parcels “{value}” begins or ends with “|”.</source>
        <translation>La liste de parcelles « {value} » commence ou finit par « | ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/standards.py"/>
        <source>The list of standards can&apos;t be written: check the output.</source>
        <translation>La liste des standards ne peut pas être écrite : vérifiez la sortie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>The list of synonyms can&apos;t be read: the plugin is damaged.</source>
        <translation>La liste des synonymes ne peut pas être lue : l’extension est endommagée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/standards.py"/>
        <source>The list of the CNIG standards and national schemas that come with the plugin: identifier, title, version, date, family, source, number of tables and fields, and what is missing when a standard is partial. The identifier is what the other algorithms ask for; a short one (“plu”, “sup_ac1”) means the newest version.</source>
        <translation>La liste des standards du CNIG et des schémas nationaux livrés avec l’extension : identifiant, titre, version, date, famille, source, nombre de tables et de champs, et ce qui manque quand un standard est partiel. L’identifiant est ce que demandent les autres traitements ; un identifiant court (« plu », « sup_ac1 ») désigne la dernière version.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>The list of the living areas can&apos;t be understood.</source>
        <translation>La liste des bassins de vie est incompréhensible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/shelf.py"/>
        <source>The list of the standards can&apos;t be read: the plugin is damaged.</source>
        <translation>La liste des standards est illisible : l’extension est endommagée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>The log holds the details: please send them to us.</source>
        <translation>Le journal contient les détails : merci de nous les envoyer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The longitude and latitude are outside the French territories, or can’t be read ({value}).</source>
        <translation>La longitude et la latitude sont hors des territoires français, ou illisibles ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The mandatory file {value} is missing.</source>
        <translation>Le fichier obligatoire {value} manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The mandatory folder {value} is missing.</source>
        <translation>Le dossier obligatoire {value} manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/model.py"/>
        <source>The mapping can&apos;t be used: {faults}</source>
        <translation>La correspondance ne peut pas être utilisée : {faults}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>The mapping fills several tables: rows are added to one table at a time.</source>
        <translation>La correspondance remplit plusieurs tables : les lignes s’ajoutent à une table à la fois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>The mapping says nothing of the table “{name}”.</source>
        <translation>La correspondance ne dit rien de la table « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>The mapping was made for the standard “{theirs}”; it is used for “{ours}”.</source>
        <translation>La correspondance a été faite pour le standard « {theirs} » ; elle est utilisée pour « {ours} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>The mapping was made for version {theirs} of the standard; version {ours} is used.</source>
        <translation>La correspondance a été faite pour la version {theirs} du standard ; c’est la version {ours} qui est utilisée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>The mapping “{name}” can&apos;t be read: {problem}</source>
        <translation>La correspondance « {name} » ne peut pas être lue : {problem}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/known.py"/>
        <source>The metadata are not JSON: keys and values are expected.</source>
        <translation>Les métadonnées ne sont pas du JSON : des clés et des valeurs sont attendues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/known.py"/>
        <source>The metadata have keys that are unknown: {names}.</source>
        <translation>Les métadonnées ont des clés inconnues : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The metadata record “{value}” can&apos;t be read.</source>
        <translation>La fiche de métadonnées « {value} » ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The metadata record “{value}” holds a DOCTYPE; it was not read.</source>
        <translation>La fiche de métadonnées « {value} » contient un DOCTYPE ; elle n’a pas été lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/template.py"/>
        <source>The metadata template “{name}” can&apos;t be read.</source>
        <translation>Le modèle de fiche « {name} » ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/known.py"/>
        <source>The metadata “{name}” can&apos;t be read.</source>
        <translation>Les métadonnées « {name} » sont illisibles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/migration.py"/>
        <source>The movements of the communes are known from {first} to {last}, not in {year}.</source>
        <translation>Les mouvements des communes sont connus de {first} à {last}, pas en {year}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>the name of a column is expected.</source>
        <translation>le nom d’une colonne est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>The name of a {kind} can&apos;t be looked for: the plugin is offline.</source>
        <translation>Le nom d’un territoire du type « {kind} » ne peut pas être cherché : l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The name of the commune is not that of its code: {expected} is expected.</source>
        <translation>Le nom de la commune n’est pas celui de son code : {expected} est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The national validator will refuse it. Two vertices almost touch at the place shown: move one of them apart or merge them, or round the coordinates to the millimetre and repair.</source>
        <translation>Le validateur national la refusera. Deux sommets se touchent presque à l’endroit indiqué : écartez-en un ou fusionnez-les, ou arrondissez les coordonnées au millimètre puis réparez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>The navigation service answered for another way to travel.</source>
        <translation>Le service de calcul d’itinéraires a répondu pour un autre mode de déplacement.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>The navigation service found nothing around this point.</source>
        <translation>Le service de calcul d’itinéraires n’a rien trouvé autour de ce point.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_pages.py"/>
        <source>The network or the service is struggling: try again in a few minutes.</source>
        <translation>Le réseau ou le service est à la peine : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>the newest version of those that fit</source>
        <translation>la version la plus récente parmi celles qui conviennent</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The number in the interoperability key “{value}” is no number.</source>
        <translation>Le numéro dans la clé d’interopérabilité « {value} » n’est pas un nombre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The number in the interoperability key “{value}” is not on five figures.</source>
        <translation>Le numéro dans la clé d’interopérabilité « {value} » n’est pas sur cinq chiffres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The number is not that of the interoperability key ({value}).</source>
        <translation>Le numéro n’est pas celui de la clé d’interopérabilité ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The number is zero.</source>
        <translation>Le numéro est zéro.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>the number of features</source>
        <translation>le nombre d’objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The number {value} is too large: 99998 at most, 99999 for a place without numbers.</source>
        <translation>Le numéro {value} est trop grand : 99998 au plus, 99999 pour un lieu-dit sans numéro.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The number “{value}” begins with zeros.</source>
        <translation>Le numéro « {value} » commence par des zéros.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The optional column {field} is not there.</source>
        <translation>La colonne facultative {field} n’est pas présente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The optional file {value} is not there.</source>
        <translation>Le fichier facultatif {value} n’est pas là.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The optional folder {value} is not there.</source>
        <translation>Le dossier facultatif {value} n’est pas là.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>the perimeter</source>
        <translation>le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/outline.py"/>
        <source>The perimeter can&apos;t be brought from {source} to {target}.</source>
        <translation>Le périmètre ne peut pas passer de {source} à {target}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>The perimeter can&apos;t be read.</source>
        <translation>Le périmètre ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
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
        <location filename="../data_territoires_plugin/processing/clipmany.py"/>
        <source>The perimeters have no field “{name}”.</source>
        <translation>Les périmètres n’ont pas de champ « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>The picture of the platform could not be compared: {reason}</source>
        <translation>L’image de la plateforme n’a pas pu être comparée : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>The picture of the platform differs from that of QGIS on {percent} % of what is drawn.</source>
        <translation>L’image de la plateforme diffère de celle de QGIS sur {percent} % de ce qui est dessiné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style.py"/>
        <source>The picture {name}: it can’t be put inside the style.</source>
        <translation>L’image {name} : elle ne peut pas être mise dans le style.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/wfs.py"/>
        <source>The platform announced {announced} features and gave {received}.</source>
        <translation>La plateforme a annoncé {announced} objets et en a donné {received}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>The platform answers, and has no layer “{name}”.</source>
        <translation>La plateforme répond, et n’a pas de couche « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>The platform asks for an account to publish.</source>
        <translation>La plateforme demande un compte pour publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/pictures.py"/>
        <source>The platform did not answer with a picture of the layer.</source>
        <translation>La plateforme n’a pas répondu par une image de la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/wfs.py"/>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <location filename="../data_territoires_plugin/publish/targets/wfs_features.py"/>
        <source>The platform did not answer with features.</source>
        <translation>La plateforme n’a pas répondu par des objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <source>The platform did not store what was sent: {reason}.</source>
        <translation>La plateforme n’a pas gardé ce qui a été envoyé : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>The platform does not have these columns, they are left out: {names}.</source>
        <translation>La plateforme n’a pas ces colonnes, elles sont laissées de côté : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>The platform does not put shapes where they are sent: only “{key}” was tried.</source>
        <translation>La plateforme ne met pas les géométries où on les envoie : seul « {key} » a été essayé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>The platform does not tell how many features it holds.</source>
        <translation>La plateforme ne dit pas combien d&apos;objets elle contient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>The platform gave {received} features and stopped before the end.</source>
        <translation>La plateforme a donné {received} objets et s’est arrêtée avant la fin.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <source>the platform gives no reason</source>
        <translation>la plateforme ne donne pas de raison</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/ogc_features.py"/>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>The platform has not been looked at yet.</source>
        <translation>La plateforme n’a pas encore été interrogée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>The platform holds several features whose key is “{key}”.</source>
        <translation>La plateforme contient plusieurs objets dont l’identifiant est « {key} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/base.py"/>
        <source>The platform may give degrees with six decimals only: a move of less than 20 cm is not seen, nor sent.</source>
        <translation>La plateforme peut ne donner que six décimales de degré : un déplacement de moins de 20 cm ne se voit pas, et n&apos;est pas envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/publication.py"/>
        <source>The platform no longer speaks the CRS of the journal ({crs}).</source>
        <translation>La plateforme ne connaît plus le SCR du journal ({crs}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/trial.py"/>
        <source>The platform refuses the name or the password.</source>
        <translation>La plateforme refuse le nom ou le mot de passe.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>The plugin can&apos;t publish to {platform} yet.</source>
        <translation>L’extension ne sait pas encore publier vers « {platform} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The position “{value}” is understood, but not written as in the specification.</source>
        <translation>La position « {value} » est comprise, mais n’est pas écrite comme dans la spécification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>The previous state is beside the file (.avant.gpkg).</source>
        <translation>L’état précédent est à côté du fichier (.avant.gpkg).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/places.py"/>
        <source>the producer</source>
        <translation>le producteur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>The producer may not cover it: see the description of the layer.</source>
        <translation>Le producteur ne le couvre peut-être pas : voyez la description de la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>the producer: looked for among the words</source>
        <translation>le producteur : cherché parmi les mots</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>The project “{name}” can&apos;t be written.</source>
        <translation>Le projet « {name} » ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/answers.py"/>
        <source>The proxy of your network or a login page may have answered: open the address in a browser.</source>
        <translation>Le proxy de votre réseau ou une page de connexion a sans doute répondu : ouvrez l’adresse dans un navigateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>The publication stopped on its way.</source>
        <translation>La publication s’est arrêtée en route.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>The publication stopped: {reason}</source>
        <translation>La publication s’est arrêtée : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>The publication was taken back in part.</source>
        <translation>La publication a été annulée en partie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>The published file holds {count} layers: replacing it would lose the others.</source>
        <translation>Le fichier publié contient {count} couches : le remplacer ferait perdre les autres.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>The published file is a table: the shapes are not sent, only the columns.</source>
        <translation>Le fichier publié est un tableau : les géométries ne sont pas envoyées, seulement les colonnes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>the question got no answer: {error}</source>
        <translation>la question est restée sans réponse : {error}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>the rank of a part of one column is expected: 1, 2…</source>
        <translation>le rang d’une partie d’une seule colonne est attendu : 1, 2…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The recommended column {field} is missing.</source>
        <translation>La colonne recommandée {field} est absente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/iso_words.py"/>
        <source>The record holds a DOCTYPE, or is too large: it was not read.</source>
        <translation>La fiche contient un DOCTYPE, ou est trop grosse : elle n&apos;a pas été lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>the record is not found</source>
        <translation>la fiche est introuvable</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/iso_words.py"/>
        <source>The record is not in ISO 19139, which alone is read and completed here.</source>
        <translation>La fiche n&apos;est pas en ISO 19139, seul format lu et complété ici.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/record_json.py"/>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>The record is not JSON.</source>
        <translation>La fiche n&apos;est pas du JSON.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/iso_words.py"/>
        <source>The record is not XML.</source>
        <translation>La fiche n&apos;est pas du XML.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>The record is right, but others don&apos;t see it: {reason}</source>
        <translation>La fiche est exacte, mais les autres ne la voient pas : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>The record is right, but others still don&apos;t see it.</source>
        <translation>La fiche est exacte, mais les autres ne la voient toujours pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The record of the catalogue&apos;s updates can&apos;t be read.</source>
        <translation>Le registre des mises à jour du catalogue ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/iso19139_reading.py"/>
        <source>The record that is there describes no data set: it is left as it is.</source>
        <translation>La fiche qui est là ne décrit pas un jeu de données : elle est laissée telle quelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>The record was not published: the data are not verified.</source>
        <translation>La fiche n&apos;a pas été publiée : les données ne sont pas vérifiées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/standards/repair/csv_copy.py"/>
        <source>The repaired layer can&apos;t be written.</source>
        <translation>La couche corrigée ne peut pas être écrite.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>The report can&apos;t be read.</source>
        <translation>Le rapport ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>The report can&apos;t be written ({reason}). It is only the report: what was done is told here.</source>
        <translation>Le rapport ne peut pas être écrit ({reason}). Ce n’est que le rapport : ce qui a été fait est dit ici.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>The report is no longer there.</source>
        <translation>Le rapport n’est plus là.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_runs.py"/>
        <source>The report is not readable.</source>
        <translation>Le rapport est illisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_json.py"/>
        <source>The report “{name}” can&apos;t be written.</source>
        <translation>Le rapport « {name} » ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>The required property “{name}” is not described.</source>
        <translation>La propriété obligatoire « {name} » n’est pas décrite.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>The result can&apos;t be written: {error}</source>
        <translation>Le résultat ne peut pas être écrit : {error}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>The result conforms to the standard.</source>
        <translation>Le résultat est conforme au standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>The result could not be read back: it was not checked.</source>
        <translation>Le résultat n’a pas pu être relu : il n’a pas été contrôlé.</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/conditions.py"/>
        <source>The rule “{rule}” of the standard can&apos;t be read.</source>
        <translation>La règle « {rule} » du standard ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The same geometry is there {count} times.</source>
        <translation>La même géométrie est présente {count} fois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>The same land today: {list}.</source>
        <translation>Les mêmes terres aujourd’hui : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/places.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/shipped.py"/>
        <source>the schema</source>
        <translation>le schéma</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>The schema of the resource “{name}” can&apos;t be read.</source>
        <translation>Le schéma de la ressource « {name} » ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>The schema refers to itself without end.</source>
        <translation>Le schéma renvoie sans fin à lui-même.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>The schema refers to “{reference}”, which is not in it.</source>
        <translation>Le schéma renvoie à « {reference} », qui n’y est pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>The schema says nothing of the properties of its features.</source>
        <translation>Le schéma ne dit rien des propriétés de ses objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>The schema “{name}” can&apos;t be opened ({reason}).</source>
        <translation>Le schéma « {name} » ne peut pas être ouvert ({reason}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>The schema “{name}” has no fields.</source>
        <translation>Le schéma « {name} » n’a pas de champs.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms_postgis.py"/>
        <source>The schema “{name}” of the database was not made by this plugin: it is left alone.</source>
        <translation>Le schéma « {name} » de la base n’a pas été fait par cette extension : il est laissé tel quel.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>The server does not give parts of files.</source>
        <translation>Le serveur ne donne pas de morceaux de fichiers.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The service accepts the file, and remarks: {codes}.</source>
        <translation>Le service accepte le fichier, et remarque : {codes}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The service answers something else than what it was asked.</source>
        <translation>Le service répond autre chose que ce qui lui est demandé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>The service asks who you are: give the layer an authentication configuration.</source>
        <translation>Le service demande qui vous êtes : donnez à la couche une configuration d’authentification.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>The service does not know its own address: tell its administrator.</source>
        <translation>Le service ne connaît pas sa propre adresse : signalez-le à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The service does not publish: {reason}.</source>
        <translation>Le service ne publie pas : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>The service does not tell the columns of “{layer}”.</source>
        <translation>Le service ne donne pas les colonnes de « {layer} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>The service has changed its answer: report it, with this table.</source>
        <translation>Le service a changé sa réponse : signalez-le, avec ce tableau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <source>The service may be overloaded: try again later, or on a smaller area.</source>
        <translation>Le service est peut-être surchargé : réessayez plus tard, ou sur une zone plus petite.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>The service may be publishing it right now: try again later.</source>
        <translation>Le service est peut-être en train de la publier : réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>The service may have changed: update the extension.</source>
        <translation>Le service a peut-être changé : mettez l’extension à jour.</translation>
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
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>the service no longer has this layer; nearest: {names}</source>
        <translation>le service n’a plus cette couche ; noms les plus proches : {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The service refuses the file: {codes}.</source>
        <translation>Le service refuse le fichier : {codes}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The service says that the revision is published, and it is not the current one.</source>
        <translation>Le service dit que la révision est publiée, et ce n’est pas la révision courante.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_apis.py"/>
        <source>The service “{service}” has no list called “{name}”.</source>
        <translation>Le service « {service} » n’a pas de liste appelée « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>The services have no contour of {name} in {year}: it changed since.</source>
        <translation>Les services ne diffusent pas le contour de {name} en {year} : ce territoire a changé depuis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>the shape</source>
        <translation>la géométrie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_document.py"/>
        <source>The shape is too complex: {value}.</source>
        <translation>La géométrie est trop complexe : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/content.py"/>
        <source>The shape of feature {id} can&apos;t be brought to the CRS of the platform.</source>
        <translation>La géométrie de l’objet {id} ne peut pas être mise dans le SCR de la plateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The shapes are not sent: the columns x, y, long and lat say where an address is.</source>
        <translation>Les géométries ne sont pas envoyées : les colonnes x, y, long et lat disent où est une adresse.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/added.py"/>
        <source>The shapes of “{name}” are of another kind: the rows can&apos;t be added to them.</source>
        <translation>Les formes de « {name} » sont d’une autre sorte : les lignes ne peuvent pas leur être ajoutées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/edigeo.py"/>
        <source>The sheets in EDIGEO of “{name}” can&apos;t be read.</source>
        <translation>Les feuilles EDIGEO de « {name} » sont illisibles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>The site answers something else than what it was asked.</source>
        <translation>Le site répond autre chose que ce qui lui est demandé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/described.py"/>
        <source>The site does not know these territories: {names}.</source>
        <translation>Le site ne connaît pas ces territoires : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>The site says that the file is there, and it is not the one that was sent.</source>
        <translation>Le site dit que le fichier est là, et ce n’est pas celui qui a été envoyé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>The site takes nothing new for now.</source>
        <translation>Le site n’accepte rien de nouveau pour l’instant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/kept.py"/>
        <source>The source did not answer ({reason}): this is its last good answer, fetched on {date}{edition}.</source>
        <translation>La source n’a pas répondu ({reason}) : voici sa dernière bonne réponse, récupérée le {date}{edition}.</translation>
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
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>The STAC announced {announced} items, and gave {received}.</source>
        <translation>Le STAC annonçait {announced} éléments, il en a donné {received}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>The STAC sends to another server; it was not followed.</source>
        <translation>Le STAC renvoie vers un autre serveur ; il n’a pas été suivi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>The standard also asks for: {names}.</source>
        <translation>Le standard demande aussi : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>The standard to map the layer to is not known.</source>
        <translation>Le standard auquel mettre la couche n’est pas connu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/choose.py"/>
        <location filename="../data_territoires_plugin/standards/mapping/job.py"/>
        <source>The standard “{title}” has no table “{name}”.</source>
        <translation>Le standard « {title} » n’a pas de table « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/model.py"/>
        <source>the standard “{title}” has no table “{name}”.</source>
        <translation>le standard « {title} » n’a pas de table « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>The standard “{title}” is about a layer, not a document: the pieces are left aside.</source>
        <translation>Le standard « {title} » porte sur une couche, non sur un document : les pièces sont laissées de côté.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document.py"/>
        <source>The standard “{title}” is about a layer, not about the folder of a document.</source>
        <translation>Le standard « {title} » porte sur une couche, pas sur le dossier d’un document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/crs.py"/>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>The standard “{title}” refuses {crs}.</source>
        <translation>Le standard « {title} » n’admet pas {crs}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/names.py"/>
        <source>The standard “{title}” wants the name of the document.</source>
        <translation>Le standard « {title} » demande le nom du document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/names.py"/>
        <source>The standard “{title}” wants the name of the document; “{name}” is not one.</source>
        <translation>Le standard « {title} » demande le nom du document ; « {name} » n’en est pas un.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>The store “{store}”, which was published before, is no longer there.</source>
        <translation>L’entrepôt « {store} », publié avant, n’est plus là.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>The stored data are not those that were sent: {names} is missing.</source>
        <translation>Les données stockées ne sont pas celles qui ont été envoyées : il manque {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The street and the additional place have the same name ({value}).</source>
        <translation>La voie et le lieu-dit complémentaire portent le même nom ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>The style of the layer that the platform will not show as it is:</source>
        <translation>Ce que la plateforme ne montrera pas du style de la couche :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style.py"/>
        <source>The style shows columns that are not published as they are ({names}): it is not sent. One that was sent before may still show them there: look at it.</source>
        <translation>Le style montre des colonnes qui ne sont pas publiées telles quelles ({names}) : il n’est pas envoyé. Un style envoyé auparavant peut encore les montrer là-bas : regardez-le.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>The suffix “{value}” does not begin with a letter or a figure.</source>
        <translation>Le suffixe « {value} » ne commence pas par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>The system refuses “{path}”: {reason}.</source>
        <translation>Le système refuse « {path} » : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>the table</source>
        <translation>la table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <source>The table can&apos;t be written: check the output.</source>
        <translation>Le tableau ne peut pas être écrit : vérifiez la sortie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>The table can&apos;t be written: {error}</source>
        <translation>La table ne peut pas être écrite : {error}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/cogmigrate.py"/>
        <source>The table has no field “{name}”: choose the one that holds the INSEE codes.</source>
        <translation>La table n’a pas de champ « {name} » : choisissez celui des codes INSEE.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>The table has no row.</source>
        <translation>La table n’a aucune ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>The table of Grist has no column {names}.</source>
        <translation>La table de Grist n’a pas de colonne {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>The table of Grist has no columns for the shapes of the layer.</source>
        <translation>La table de Grist n’a pas de colonnes pour les géométries de la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/tables.py"/>
        <source>The table that is published has no column “{field}”.</source>
        <translation>Le tableau publié n’a pas de colonne « {field} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/swapping.py"/>
        <source>The table was not replaced whole but row by row: {why}.</source>
        <translation>La table n&apos;a pas été remplacée d&apos;un coup mais objet par objet : {why}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/swapping.py"/>
        <source>The table was replaced whole; the former one is kept beside it until the next time.</source>
        <translation>La table a été remplacée d&apos;un coup ; l&apos;ancienne est gardée à côté jusqu&apos;à la prochaine fois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>the table {name} is in the way</source>
        <translation>la table {name} occupe la place</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>the table {name} refers to it</source>
        <translation>la table {name} s&apos;y réfère</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/model.py"/>
        <source>the table {table} has no field {names}.</source>
        <translation>la table {table} n’a pas de champ {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/project.py"/>
        <source>The table “{name}” of the template can&apos;t be read back.</source>
        <translation>La table « {name} » du gabarit ne peut pas être relue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The table “{value}” can&apos;t be read.</source>
        <translation>La table « {value} » ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>the tabular API of data.gouv.fr did not give the rows ({reason})</source>
        <translation>l’API tabulaire de data.gouv.fr n’a pas donné les lignes ({reason})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/tables.py"/>
        <source>The template can&apos;t be written in “{folder}”.</source>
        <translation>Le gabarit ne peut pas être écrit dans « {folder} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>The template must be a GeoPackage: “{name}” does not end in .gpkg.</source>
        <translation>Le gabarit doit être un GeoPackage : « {name} » ne se termine pas par .gpkg.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>The template needs a coordinate reference system.</source>
        <translation>Le gabarit a besoin d’un système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>The ten largest changes</source>
        <translation>Les dix plus grandes évolutions</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>The territories of the kind “{kind}” are known in their present edition only.</source>
        <translation>Les territoires du type « {kind} » ne sont connus que dans leur millésime actuel.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/ckan.py"/>
        <source>the territory</source>
        <translation>le territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/ckan.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/places.py"/>
        <source>the territory (its contour could not be had)</source>
        <translation>le territoire (son contour n’a pas pu être obtenu)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The territory code “{value}” of the folder&apos;s name has two characters.</source>
        <translation>Le code de territoire « {value} » du nom du dossier a deux caractères.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>The territory has {count} documents: say which one to download.</source>
        <translation>Le territoire a {count} documents : dites lequel télécharger.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The text was read in a wrong encoding or holds control characters; expected: “{expected}”.</source>
        <translation>Le texte a été lu dans un mauvais encodage ou contient des caractères de contrôle ; attendu : « {expected} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>The texts of “{value}” are not in the encoding that the metadata declare ({expected}).</source>
        <translation>Les textes de « {value} » ne sont pas dans l’encodage que déclare la fiche de métadonnées ({expected}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/places.py"/>
        <source>the theme</source>
        <translation>le thème</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>The town hall must accept it first (code sent by e-mail, or ProConnect).</source>
        <translation>La mairie doit d’abord l’accepter (code envoyé par courriel, ou ProConnect).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/renewal.py"/>
        <source>The type of the column “{name}” is now {new}, it was {old}.</source>
        <translation>La colonne « {name} » est maintenant de type {new}, elle était de type {old}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The update reads files of this machine: {names}.</source>
        <translation>La mise à jour lit des fichiers de cette machine : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The updated catalogue can&apos;t be kept.</source>
        <translation>Le catalogue mis à jour ne peut pas être conservé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>The updated catalogue is missing or damaged.</source>
        <translation>Le catalogue mis à jour manque ou est abîmé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>The user and the password go into an authentication configuration; take the rest off.</source>
        <translation>L’utilisateur et le mot de passe vont dans une configuration d’authentification ; retirez le reste.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>the value has changed since: check again</source>
        <translation>la valeur a changé depuis : contrôlez à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>the value is empty.</source>
        <translation>la valeur est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/template.py"/>
        <source>The values are listed in the documentation of publication.</source>
        <translation>Les valeurs sont dans la documentation de la publication.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The values of {field} do not agree: {expected}.</source>
        <translation>Les valeurs de {field} ne s’accordent pas : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>The values “{value}” of {field} are there {count} times; together they must be unique.</source>
        <translation>Les valeurs « {value} » de {field} sont présentes {count} fois ; ensemble, elles doivent être uniques.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>the view {name} would go on reading the former table</source>
        <translation>la vue {name} continuerait à lire l&apos;ancienne table</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>The WFS announces {announced} features, and gives {given}.</source>
        <translation>Le WFS annonce {announced} objets, et en donne {given}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>the whole file: it is small</source>
        <translation>le fichier entier : il est petit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>the whole file: no column holds the codes of the territory</source>
        <translation>le fichier entier : aucune colonne ne porte les codes du territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>the whole file: no row bears the codes of the territory in {column}</source>
        <translation>le fichier entier : aucune ligne ne porte les codes du territoire dans {column}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>the whole file: the perimeter is no territory, its codes are not known</source>
        <translation>le fichier entier : le périmètre n’est pas un territoire, ses codes ne sont pas connus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/tabular.py"/>
        <source>the whole file: the rows of the territory ({count}) are a large part of it</source>
        <translation>le fichier entier : les lignes du territoire ({count}) en sont une grande part</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>the year alone</source>
        <translation>l’année seule</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>The zoning and the parcels must be in the same projected coordinate reference system.</source>
        <translation>Le zonage et les parcelles doivent être dans le même système de coordonnées projeté.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>the zoning is shifted as a whole by {distance} m: move the whole layer first</source>
        <translation>le zonage est décalé dans son ensemble de {distance} m : déplacez d’abord toute la couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>The {asked} edition of the COG is not available: only those from {first} to {last} are.</source>
        <translation>Le millésime {asked} du COG n’est pas disponible : seuls ceux de {first} à {last} le sont.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>Their assets: {names}.</source>
        <translation>Leurs ressources : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Theme or keyword</source>
        <translation>Thème ou mot-clé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>Themes: {names}.</source>
        <translation>Thèmes : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/geometry.py"/>
        <source>there</source>
        <translation>présente</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>There are several identifiers of commune ({value}).</source>
        <translation>Il y a plusieurs identifiants de commune ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>There are several metadata records: {value}.</source>
        <translation>Il y a plusieurs fiches de métadonnées : {value}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>There is no dataset “{name}” that your account can see.</source>
        <translation>Aucun jeu de données « {name} » n’est visible de votre compte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/update.py"/>
        <source>There is no earlier catalogue to go back to.</source>
        <translation>Il n’y a pas de catalogue précédent auquel revenir.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>There is no extent of the easement.</source>
        <translation>Il n’y a aucune assiette de la servitude.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/standards/repair/propose.py"/>
        <source>There is no fix “{name}”.</source>
        <translation>Il n’y a pas de correction « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>There is no folder at {url}.</source>
        <translation>Il n’y a pas de dossier à l’adresse {url}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>There is no folder {path}.</source>
        <translation>Il n’y a pas de dossier {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>There is no generator of the easement.</source>
        <translation>Il n’y a aucun générateur de la servitude.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/journal.py"/>
        <source>There is no journal at {path}.</source>
        <translation>Il n’y a pas de journal à l’emplacement {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>There is no platform “{name}”.</source>
        <translation>La plateforme « {name} » n’existe pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/whole_archive.py"/>
        <source>There is no room left to unpack “{name}”.</source>
        <translation>Il n’y a plus de place pour décompresser « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/shelf.py"/>
        <source>There is no standard “{name}”.</source>
        <translation>Il n’y a pas de standard « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>There is no such file: check its path.</source>
        <translation>Ce fichier n’existe pas : vérifiez son chemin.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>There is no table of prescriptions.</source>
        <translation>Il n’y a aucune table de prescriptions.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>There is no workspace “{name}” on this GeoServer, or this account has no right to it.</source>
        <translation>Il n’y a pas d’espace de travail « {name} » sur ce GeoServer, ou ce compte n’y a pas droit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>There is no “{name}”</source>
        <translation>Il n’y a pas « {name} »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>There is nothing to deliver: the layers are empty.</source>
        <translation>Il n’y a rien à livrer : les couches sont vides.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/undoing.py"/>
        <source>there several times: left as it is</source>
        <translation>présent plusieurs fois : laissé tel quel</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>there several times: somebody else has created it too; remove one of them on the platform</source>
        <translation>présent plusieurs fois : quelqu&apos;un d&apos;autre l&apos;a créé aussi ; retirez l&apos;un d&apos;eux sur la plateforme</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>There will be no report: {reason}.</source>
        <translation>Il n’y aura pas de rapport : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>These data are reserved: publish them only if their producer allows it.</source>
        <translation>Ces données sont réservées : ne les publiez que si leur producteur l’autorise.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>These licences can&apos;t be brought together in one layer: {licences}.</source>
        <translation>Ces licences ne peuvent pas être réunies dans une couche : {licences}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>These territories are not made of communes.</source>
        <translation>Ces territoires ne sont pas faits de communes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/legal_crs.py"/>
        <location filename="../data_territoires_plugin/territory/perimeter.py"/>
        <source>These territories have different legal projections: {list}.</source>
        <translation>Ces territoires n’ont pas la même projection légale : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>They are not as the standard wants them: tell the administrator of the service.</source>
        <translation>Elles ne sont pas conformes au standard : prévenez l’administrateur du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>They hold points, without altitude; for other shapes, add a column wkt of type Text in Grist.</source>
        <translation>Elles reçoivent des points, sans altitude ; pour d’autres géométries, ajoutez dans Grist une colonne wkt de type Text.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/grist.py"/>
        <source>This account can only read the document of Grist.</source>
        <translation>Ce compte ne peut que lire le document Grist.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>This API has {count} collections of records.</source>
        <translation>Cette API a {count} collections de fiches.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/csw.py"/>
        <source>This catalogue only lets its records be read: its CSW has no transactions.</source>
        <translation>Ce catalogue ne laisse que lire ses fiches : son CSW n&apos;a pas de transactions.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>This Data Package has no resource with a schema.</source>
        <translation>Ce Data Package n’a aucune ressource avec un schéma.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>This dataset has no file {id}.</source>
        <translation>Ce jeu de données n’a pas de fichier {id}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>This dataset has several files: say which one is to be replaced.</source>
        <translation>Ce jeu de données a plusieurs fichiers : dites lequel remplacer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>This dataset is a draft: only your organization sees it.</source>
        <translation>Ce jeu de données est un brouillon : seule votre organisation le voit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/tasks.py"/>
        <source>This failed for a reason that was not foreseen: {reason}. The log of QGIS holds the details.</source>
        <translation>Échec pour une raison imprévue : {reason}. Le journal des messages de QGIS en dit plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>This file can&apos;t be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>This finding is about the whole layer: no form to open.</source>
        <translation>Cette anomalie porte sur toute la couche : aucun formulaire à ouvrir.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <source>This GeoPackage was clipped from layers of a project: it has no source to be asked again.</source>
        <translation>Ce GeoPackage vient de couches d’un projet : il n’a pas de source à interroger de nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>This JSON document is not a schema.</source>
        <translation>Ce document JSON n’est pas un schéma.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>this key is unknown.</source>
        <translation>cette clé est inconnue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/swapping.py"/>
        <source>this kind of platform can&apos;t do it</source>
        <translation>ce type de plateforme ne sait pas le faire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>This kit is of the COG {year}, the extension of the COG {ours}: merged communes may be missing.</source>
        <translation>Ce kit est du COG {year}, l’extension du COG {ours} : des communes fusionnées peuvent manquer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>This layer can&apos;t be read: its file or service is not there. Right click on it, “Change Data Source…”.</source>
        <translation>Cette couche ne peut pas être lue : son fichier ou son service n’est pas là. Clic droit dessus, « Changer la source de données… ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/findings_layer.py"/>
        <source>This layer is not one of findings: it has no column “rule”, “level”, “feature” and “field”.</source>
        <translation>Cette couche n’est pas une couche d’anomalies : il lui manque les colonnes « rule », « level », « feature » et « field ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/shown.py"/>
        <source>This layer of the Géoplateforme shows several tables: it was made by other means.</source>
        <translation>Cette couche de la Géoplateforme montre plusieurs tables : elle a été faite par d’autres moyens.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/probing.py"/>
        <source>This QGIS Server also takes WFS-T: quicker, and able to empty a value; it is used.</source>
        <translation>Ce QGIS Server accepte aussi le WFS-T, plus rapide et capable de vider une valeur : c&apos;est lui qui sert.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>This schema can&apos;t be read: one of its parts is not what its format says ({error}).</source>
        <translation>Ce schéma ne peut pas être lu : une de ses parties n’est pas ce que dit son format ({error}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/kept.py"/>
        <source>This search was never made online: it can&apos;t be answered without network.</source>
        <translation>Cette recherche n’a jamais été faite en ligne : elle ne peut pas recevoir de réponse sans réseau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>This server does not tell which files the folder {name} holds: those that others put there would go.</source>
        <translation>Ce serveur ne dit pas quels fichiers contient le dossier {name} : ceux que d&apos;autres y ont mis disparaîtraient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>This service can only be read: it offers no transactions (WFS-T).</source>
        <translation>Ce service ne peut être que lu : il n&apos;offre pas de transactions (WFS-T).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/freshness.py"/>
        <source>this source does not tell what has changed</source>
        <translation>cette source ne dit pas ce qui a changé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>This static STAC has more than {count} documents: it can&apos;t be walked.</source>
        <translation>Ce STAC statique a plus de {count} documents : il ne peut pas être parcouru.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>This value exists since the {version} version of the standard: check against that version, or use a value of this one.</source>
        <translation>Cette valeur existe depuis le standard {version} : contrôlez avec cette version, ou employez une valeur de celle-ci.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <source>This vertex should lie on a corner of the parcel {parcel}: it is {distance} m away.</source>
        <translation>Ce sommet devrait être sur un angle de la parcelle {parcel} : il en est à {distance} m.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Those of your account: {names}.</source>
        <translation>Celles de votre compte : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/template.py"/>
        <location filename="../data_territoires_plugin/standards/deliver/known.py"/>
        <source>Those that are known: {names}.</source>
        <translation>Celles qui sont connues : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>those that the perimeter meets</source>
        <translation>celles que le périmètre rencontre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <location filename="../data_territoires_plugin/standards/repair/propose.py"/>
        <source>Those that there are: {names}.</source>
        <translation>Celles qui existent : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Tick</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Tick as treated</source>
        <translation>Cocher comme traitée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>Tick at least one layer.</source>
        <translation>Cochez au moins une couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Ticked</source>
        <translation>Cochées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>tiles: add them as a background</source>
        <translation>des tuiles : à ajouter comme fond de plan</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>time</source>
        <translation>heure</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>time: {form}</source>
        <translation>heure : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/judging.py"/>
        <source>timetables or live data: take the GTFS of the same network, where there is one</source>
        <translation>des horaires ou des données en temps réel : prenez le GTFS du même réseau, s’il existe</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Title</source>
        <translation>Intitulé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/clothes.py"/>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>title and schema of the file</source>
        <translation>titre et schéma du fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <location filename="../data_territoires_plugin/processing/openkit.py"/>
        <source>Title of the kit</source>
        <translation>Titre du kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>title of the resource</source>
        <translation>intitulé de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/ownschema.py"/>
        <source>Title of the schema</source>
        <translation>Titre du schéma</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>title, abstract and keywords of the layer</source>
        <translation>titre, résumé et mots-clés de la couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/forms.py"/>
        <source>To be filled</source>
        <translation>À remplir</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>To be looked at: {field} ← {column}.</source>
        <translation>À vérifier : {field} ← {column}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>to create ({count})</source>
        <translation>à créer ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>to delete ({count})</source>
        <translation>à supprimer ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>To get a file</source>
        <translation>Pour obtenir un fichier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>To publish it again, give this as the collection: {place}</source>
        <translation>Pour le publier de nouveau, donnez comme collection : {place}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>to replace ({count})</source>
        <translation>à remplacer ({count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>To replace its file, give {id} as the collection; else give the layer another title.</source>
        <translation>Pour remplacer son fichier, donnez {id} comme collection ; sinon, donnez un autre titre à la couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>to the point</source>
        <translation>vers le point</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>Tolerance of overlaps and gaps</source>
        <translation>Tolérance des recouvrements et des trous</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Tolerance of overlaps and gaps (m²; that of the standard where empty)</source>
        <translation>Tolérance des recouvrements et lacunes (m² ; celle du standard si vide)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Topic category</source>
        <translation>Catégorie thématique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>topic category</source>
        <translation>catégorie thématique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>training kit</source>
        <translation>jeu de formation</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>Travelling</source>
        <translation>Déplacement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>Tried against {programs}.</source>
        <translation>Essayé avec {programs}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>true or false is expected.</source>
        <translation>vrai ou faux est attendu.</translation>
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
        <location filename="../data_territoires_plugin/sources/flatgeobuf.py"/>
        <source>Try again in a few minutes.</source>
        <translation>Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Try again in a few minutes: the service may not be in step with the data yet.</source>
        <translation>Réessayez dans quelques minutes : le service n’est peut-être pas encore à jour des données.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/failures.py"/>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
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
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geocoding.py"/>
        <source>Try again later: the batches already answered are kept for today.</source>
        <translation>Réessayez plus tard : les lots déjà traités sont gardés pour aujourd’hui.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/schemas.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>Try again later; if it lasts, tell us.</source>
        <translation>Réessayez plus tard ; si cela dure, dites-le-nous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <source>Try again later; if it lasts, the service may have changed: update the extension.</source>
        <translation>Réessayez plus tard ; si cela dure, le service a peut-être changé : mettez l’extension à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>Try again later; nothing was changed.</source>
        <translation>Recommencez plus tard ; rien n’a été changé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/altimetry.py"/>
        <source>Try again later; nothing was written.</source>
        <translation>Réessayez plus tard ; rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/gpu_documents.py"/>
        <source>Try again: it is fetched anew. If it happens again, tell the Géoportail: the file is broken there.</source>
        <translation>Réessayez : elle est récupérée de nouveau. Si cela se reproduit, signalez-le au Géoportail : le fichier y est abîmé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/seven_zip.py"/>
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
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>Try with fewer tables or a simpler perimeter.</source>
        <translation>Essayez avec moins de tables ou un périmètre plus simple.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>Trying the connection</source>
        <translation>Essai de la connexion</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>Turns the addresses of a table into points, by the geocoding service of IGN (Base Adresse Nationale). The address may be in several columns (number, street, commune); INSEE and postal codes make it surer.

dt_status: found, doubtful (score under the threshold: to be checked), not_found. Every row of the table is in the result, without geometry where nothing was found.

The addresses are sent to the service: do not send what may not leave your network.</source>
        <translation>Transforme les adresses d’une table en points, par le service de géocodage de l’IGN (Base Adresse Nationale). L’adresse peut tenir dans plusieurs colonnes (numéro, voie, commune) ; le code INSEE et le code postal la rendent plus sûre.

dt_status : found (trouvée), doubtful (douteuse : score sous le seuil, à vérifier), not_found (introuvable). Chaque ligne de la table est dans le résultat, sans géométrie là où rien n’a été trouvé.

Les adresses sont envoyées au service : n’envoyez pas ce qui ne doit pas sortir de votre réseau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_identifiers.py"/>
        <source>two characters for the département, three digits for the commune: {example}</source>
        <translation>deux caractères pour le département, trois chiffres pour la commune : {example}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>Two editions are never mixed in one layer: clip each département apart.</source>
        <translation>Deux millésimes ne sont jamais mélangés dans une couche : découpez chaque département à part.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>Two layers are the table “{table}”: {first} and {second}.</source>
        <translation>Deux couches correspondent à la table « {table} » : {first} et {second}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>Two outlines that should be the same are not: snap one to the other, and give them the same vertices.</source>
        <translation>Deux limites qui devraient être les mêmes ne le sont pas : accrochez l’une à l’autre, et donnez-leur les mêmes sommets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Two rows of the table have the key {key}.</source>
        <translation>Deux lignes de la table ont la clé {key}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Type a word above to search it</source>
        <translation>Tapez un mot ci-dessus pour y chercher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>type of spatial representation</source>
        <translation>type de représentation géographique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>type of the resource</source>
        <translation>type de la ressource</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>Unchanged</source>
        <translation>Inchangés</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <source>unchanged</source>
        <translation>inchangée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>undated</source>
        <translation>sans date</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_again.py"/>
        <source>Undo a publication</source>
        <translation>Annuler une publication</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Undo again</source>
        <translation>Annuler à nouveau</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>Undo the last publication: put back what the platform held before</source>
        <translation>Annuler la dernière publication : remettre ce que la plateforme contenait avant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Unique identifier of the data</source>
        <translation>Identificateur unique des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>unique identifier of the resource</source>
        <translation>identificateur de ressource unique</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/destinations.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>unknown key “{name}”.</source>
        <translation>clé inconnue « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/destinations.py"/>
        <source>unknown kind “{name}”.</source>
        <translation>type inconnu « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>unknown value “{value}”.</source>
        <translation>valeur inconnue « {value} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/seven_zip.py"/>
        <source>Unpack it with 7-Zip, and give the file that it holds.</source>
        <translation>Décompressez-la avec 7-Zip, et donnez le fichier qu’elle contient.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Untick</source>
        <translation>Décocher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>Untick everything</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>Unzip it first (right click, “Extract all”), then open the folder that comes out.</source>
        <translation>Décompressez-le d’abord (clic droit, « Extraire tout »), puis ouvrez le dossier obtenu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>up to date: the layer has not changed since</source>
        <translation>à jour : la couche n’a pas changé depuis</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>Update frequency</source>
        <translation>Fréquence de mise à jour</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>Update the catalogue</source>
        <translation>Mettre à jour le catalogue</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>Update the catalogue (“Update the catalogue”), or give its new name in a catalogue of your own.</source>
        <translation>Mettez le catalogue à jour (« Mettre à jour le catalogue »), ou donnez son nouveau nom dans votre propre catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>Update the extension, or make the kit again.</source>
        <translation>Mettez l’extension à jour, ou refaites le kit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>Updated: {day}</source>
        <translation>Mis à jour : {day}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Use a value of the specification of the BAL.</source>
        <translation>Utilisez une valeur de la spécification BAL.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/editions.py"/>
        <source>Use its commune, or a layer of your own as the perimeter.</source>
        <translation>Prenez sa commune, ou votre propre couche comme périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/names.py"/>
        <source>Use letters without accent, digits, dots, hyphens and underscores.</source>
        <translation>Utilisez des lettres sans accent, des chiffres, des points, des tirets et des tirets bas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Use the code of the commune of today; the former one goes into commune_deleguee_insee.</source>
        <translation>Utilisez le code de la commune actuelle ; l’ancien va dans commune_deleguee_insee.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/shapes.py"/>
        <source>valid</source>
        <translation>valide</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>Value of {field} in every row:</source>
        <translation>Valeur de {field} sur toutes les lignes :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>Value wanted</source>
        <translation>Valeur obligatoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/recognise.py"/>
        <source>values of {names}</source>
        <translation>valeurs de {names}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/style_audit.py"/>
        <source>values set by data</source>
        <translation>valeurs définies par des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Values that are none of their field</source>
        <translation>Valeurs qui ne sont pas de leur champ</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Verdict of a validation (its JSON)</source>
        <translation>Verdict d&apos;un contrôle (son JSON)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>Verdict of a validation (its JSON), instead of validating now</source>
        <translation>Verdict d’un contrôle (son JSON), au lieu de contrôler maintenant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>version {number} is expected: the file may come from a newer plugin.</source>
        <translation>la version {number} est attendue : le fichier vient peut-être d’une extension plus récente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Vertices</source>
        <translation>Sommets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Vertices on the corners of parcels</source>
        <translation>Sommets sur les angles des parcelles</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Vertices without altitude</source>
        <translation>Sommets sans altitude</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>Vertices without altitude (the sea, abroad): {count}.</source>
        <translation>Sommets sans altitude (en mer, à l’étranger) : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>W&amp;ith</source>
        <translation>A&amp;vec</translation>
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
        <location filename="../data_territoires_plugin/standards/report_words.py"/>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>warnings</source>
        <translation>avertissements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>Was it moved? It is written beside the GeoPackage.</source>
        <translation>A-t-il été déplacé ? Il est écrit à côté du GeoPackage.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>watershed</source>
        <translation>bassin versant</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <source>way chosen: {way}</source>
        <translation>chemin choisi : {way}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>web address: {form}</source>
        <translation>adresse web : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>WFS</source>
        <translation>WFS</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>WFS layer</source>
        <translation>Couche WFS</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>WFS, OGC API Features, ArcGIS FeatureServer, STAC or a file by its address; an extract of OpenStreetMap also from this disk. Its layers join the catalogue.</source>
        <translation>WFS, OGC API Features, ArcGIS FeatureServer, STAC ou un fichier par son adresse ; un extrait d’OpenStreetMap aussi depuis ce disque. Ses couches rejoignent le catalogue.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/evolution_report.py"/>
        <location filename="../data_territoires_plugin/sources/checkup.py"/>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>What became of the record (published, undone or failed; empty where none was sent)</source>
        <translation>Ce qu’est devenue la fiche (published, undone ou failed ; vide si aucune n’a été envoyée)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <source>What becomes of the columns with personal data (column:drop, year, pseudonym or keep)</source>
        <translation>Que deviennent les colonnes à données personnelles (colonne:drop, year, pseudonym ou keep)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_panel.py"/>
        <source>What becomes of the features that cross the perimeter</source>
        <translation>Ce que deviennent les objets à cheval sur le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_personal.py"/>
        <source>What becomes of {column}</source>
        <translation>Ce que devient {column}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>What came of it</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <source>What changes, or why not</source>
        <translation>Changement, ou raison</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>What comes from “{source}” can&apos;t be published under “{licence}”.</source>
        <translation>Ce qui vient de « {source} » ne peut pas être publié sous « {licence} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>What each is for, who may use it, and how to import the file it exports.</source>
        <translation>À quoi chacune sert, qui peut l’utiliser, et comment importer le fichier qu’elle exporte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>What else to compare with</source>
        <translation>Ce à quoi comparer en plus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>What fills {field}</source>
        <translation>Ce qui remplit {field}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_where.py"/>
        <source>What is known of the layer, what its record still lacks</source>
        <translation>Ce qui est connu de la couche, et ce qui manque encore à sa fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/publication.py"/>
        <source>What is published has columns that the layer lacks, and would lose them: {names}.</source>
        <translation>Ce qui est publié a des colonnes que la couche n’a pas, et les perdrait : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <source>What is published was changed by somebody else since the plan was made: nothing was replaced.</source>
        <translation>Ce qui est publié a été changé par quelqu’un d’autre depuis le plan : rien n’a été remplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/isochrone.py"/>
        <source>What is reached by car or on foot in so many minutes or metres, by the navigation service of IGN (BD TOPO roads): from a point, an address, or each point of a layer. The result serves as the perimeter of a clip.

By car: 30 minutes or 20 km at most; on foot: 120 minutes or 10 km.</source>
        <translation>Ce que l’on atteint en voiture ou à pied en tant de minutes ou de mètres, par le service de calcul d’itinéraires de l’IGN (routes de la BD TOPO) : depuis un point, une adresse ou chaque point d’une couche. Le résultat sert de périmètre à une découpe.

En voiture : 30 minutes ou 20 km au plus ; à pied : 120 minutes ou 10 km.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>What is reached in so many minutes or metres, by the navigation service of IGN.</source>
        <translation>Ce qu’on atteint en tant de minutes ou de mètres, par le service de navigation de l’IGN.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>What it is for</source>
        <translation>À quoi elle sert</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <source>What lacks</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>what others may do with the data</source>
        <translation>ce que les autres peuvent faire des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>What somebody else has changed since is left as it is.</source>
        <translation>Ce que quelqu’un d’autre a changé depuis est laissé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>what the data contain, for whoever does not know them</source>
        <translation>ce que contiennent les données, pour qui ne les connaît pas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>what the data were checked against, and the verdict</source>
        <translation>par rapport à quoi les données ont été contrôlées, et le verdict</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <source>What the finding says</source>
        <translation>Ce que dit l’anomalie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_csv.py"/>
        <source>what to do</source>
        <translation>que faire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/base.py"/>
        <source>What was fetched is kept: run it again to go on from there.</source>
        <translation>Ce qui a été récupéré est conservé : relancez pour reprendre où vous en étiez.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>What was found</source>
        <translation>Constat</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>What was there before is kept: {path}.</source>
        <translation>Ce qui existait avant est conservé : {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/records.py"/>
        <source>What will be replaced: {fields}.</source>
        <translation>Ce qui sera remplacé : {fields}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_actions.py"/>
        <source>What would be changed for the selection, else for all; nothing is before “Apply”</source>
        <translation>Ce qui serait changé pour la sélection, sinon pour tout ; rien ne l’est avant « Appliquer »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>What your authority says once for all its records: contacts, licence, scale…</source>
        <translation>Ce que votre collectivité dit une fois pour toutes ses fiches : contacts, licence, échelle…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>What {value} becomes</source>
        <translation>Ce que devient {value}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>when to come back for newer data</source>
        <translation>quand revenir chercher des données plus récentes</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>where the data come from and how they were made</source>
        <translation>d&apos;où viennent les données et comment elles ont été faites</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/forms.py"/>
        <source>Where there is a value</source>
        <translation>S’il y a une valeur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/bal.py"/>
        <source>Which commune? Give its INSEE code as the collection.</source>
        <translation>Quelle commune ? Donnez son code INSEE comme collection.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>Which dataset? Give the address of its page.</source>
        <translation>Quel jeu de données ? Donnez l’adresse de sa page.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>Which datastore? Give datastore/layer as the collection.</source>
        <translation>Quel entrepôt ? Donnez entrepôt/couche comme collection.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>which year or version of the source the data come from</source>
        <translation>de quelle année ou version de la source viennent les données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>who answers for the data</source>
        <translation>qui répond des données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>who answers for the record</source>
        <translation>qui répond de la fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>Who may use it</source>
        <translation>Qui peut l’utiliser</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>whole geometry as text (WKT)</source>
        <translation>géométrie entière en texte (WKT)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>whole number</source>
        <translation>nombre entier</translation>
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
        <location filename="../data_territoires_plugin/processing/elevation.py"/>
        <source>With altitude</source>
        <translation>Avec altitude</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_options.py"/>
        <source>With the parcels: {name}.</source>
        <translation>Avec les parcelles : {name}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>Without a count, nothing tells that a layer is whole: tell the administrator of the service.</source>
        <translation>Sans décompte, rien ne dit qu’une couche est complète : prévenez l’administrateur du service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/form.py"/>
        <source>without a link nobody reaches the data</source>
        <translation>sans lien, personne n&apos;atteint les données</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/deliver.py"/>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>Without error</source>
        <translation>Sans erreur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/wfst.py"/>
        <source>Without them it can&apos;t be published to safely: ask its administrator.</source>
        <translation>Sans elles, on ne peut pas y publier sans risque : demandez à son administrateur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>WMS</source>
        <translation>WMS</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>words in common</source>
        <translation>mots en commun</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/words.py"/>
        <source>words of the title</source>
        <translation>mots du titre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/options.py"/>
        <source>Work offline: kits and last good answers only, nothing is sent</source>
        <translation>Travailler hors ligne : les kits et les dernières bonnes réponses seulement, rien n’est envoyé</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Write 2026, or 2025/2026 with the first year before the second.</source>
        <translation>Écrivez 2026, ou 2025/2026 avec la première année avant la seconde.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Write a heading of the nomenclature, then a slash: Urbanisme/Documents d’urbanisme.</source>
        <translation>Écrivez une rubrique de la nomenclature, puis une barre oblique : Urbanisme/Documents d’urbanisme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/schemas.py"/>
        <source>Write a word of its title, or its name: etalab/schema-irve-statique.</source>
        <translation>Écrivez un mot de son titre, ou son nom : etalab/schema-irve-statique.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Write an object with its type and coordinates, as QGIS exports them.</source>
        <translation>Écrivez un objet avec son type et ses coordonnées, comme QGIS les exporte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write at least the date of the last revision, with its type.</source>
        <translation>Écrivez au moins la date de dernière révision, avec son type.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write commune, street and number joined by “_”: 35238_0010_00012.</source>
        <translation>Écrivez la commune, la voie et le numéro séparés par « _ » : 35238_0010_00012.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Write dataset/file, with one of: {names}.</source>
        <translation>Écrivez jeu/fichier, avec l’un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/grist.py"/>
        <source>Write document/Table: the identifier of the document is in its address, after /doc/ or /o/.</source>
        <translation>Écrivez document/Table : l’identifiant du document est dans son adresse, après /doc/ ou /o/.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Write fields to a table of Grist</source>
        <translation>Écrire des champs dans une table de Grist</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write for example http://www.opengis.net/def/crs/EPSG/0/2154.</source>
        <translation>Écrivez par exemple http://www.opengis.net/def/crs/EPSG/0/2154.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/known.py"/>
        <source>Write for example {example}.</source>
        <translation>Écrivez par exemple {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write it as a link, for example http://www.opengis.net/def/crs/EPSG/0/2154 with the text EPSG:2154.</source>
        <translation>Écrivez-le comme un lien, par exemple http://www.opengis.net/def/crs/EPSG/0/2154 avec le texte EPSG:2154.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write it as bis, ter, a, b…</source>
        <translation>Écrivez-le sous la forme bis, ter, a, b…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/place.py"/>
        <source>Write it as EPSG:2154 in the mapping.</source>
        <translation>Écrivez-le sous la forme EPSG:2154 dans la correspondance.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write it as on a street sign: Rue du Verdon.</source>
        <translation>Écrivez-le comme sur une plaque : Rue du Verdon.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write it in small letters with its accents: entrée, bâtiment, cage d’escalier…</source>
        <translation>Écrivez-la en minuscules et avec ses accents : entrée, bâtiment, cage d’escalier…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>Write it so: {example}.</source>
        <translation>Écrivez-la ainsi : {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>Write it with letters without accents, figures, and the signs - _ . :</source>
        <translation>Écrivez-le avec des lettres sans accent, des chiffres et les signes - _ . :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Write its code, or another part of its name.</source>
        <translation>Écrivez son code, ou une autre partie de son nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Write its code, or go online once for this territory.</source>
        <translation>Écrivez son code, ou passez une fois en ligne pour ce territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Write its code, or try again later.</source>
        <translation>Écrivez son code, ou réessayez plus tard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>Write kind:code, for instance epci:243500139 or commune:35238; several are separated by commas.</source>
        <translation>Écrivez type:code, par exemple epci:243500139 ou commune:35238 ; séparez-en plusieurs par des virgules.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Write longitude then latitude, in degrees: [-1.68, 48.11].</source>
        <translation>Écrivez la longitude puis la latitude, en degrés : [-1.68, 48.11].</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Write one of these as the collection: {names}.</source>
        <translation>Écrivez comme collection l’une de celles-ci : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>Write one of: {list}.</source>
        <translation>Écrivez l’un de ceux-ci : {list}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>Write some words, or choose a territory.</source>
        <translation>Écrivez des mots, ou choisissez un territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Write ten figures (02 99 12 34 56), the international form (+33 2 99 12 34 56) or a short number (3631).</source>
        <translation>Écrivez dix chiffres (02 99 12 34 56), la forme internationale (+33 2 99 12 34 56) ou un numéro court (3631).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write the address of the service, not of a person.</source>
        <translation>Écrivez l’adresse du service, pas celle d’une personne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Write the code of the commune of today: {expected}.</source>
        <translation>Écrivez le code de la commune d’aujourd’hui : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write the date of approval as the date of revision.</source>
        <translation>Écrivez la date d’approbation comme date de révision.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write the decimal mark as a point.</source>
        <translation>Écrivez un point comme séparateur décimal.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Write the département on three characters: {expected}.</source>
        <translation>Écrivez le département sur trois caractères : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write the FANTOIR code of the street, or 0000 where there is none.</source>
        <translation>Écrivez le code FANTOIR de la voie, ou 0000 s’il n’y en a pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Write the INSEE or SIREN code, the type and the date of approval, for example {expected}.</source>
        <translation>Écrivez le code INSEE ou SIREN, le type et la date d’approbation, par exemple {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write the key in small letters.</source>
        <translation>Écrivez la clé en minuscules.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>Write the name of a column, a colon, and one of: {words}.</source>
        <translation>Écrivez le nom d’une colonne, deux-points, et l’un de ces mots : {words}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write the name of the organisation.</source>
        <translation>Écrivez le nom de l’organisation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Write the name with the same capitals and small letters: servers tell them apart.</source>
        <translation>Écrivez le nom avec les mêmes majuscules et minuscules : les serveurs les distinguent.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write the number on five figures: 00012.</source>
        <translation>Écrivez le numéro sur cinq chiffres : 00012.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write the number without leading zeros.</source>
        <translation>Écrivez le numéro sans zéros initiaux.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>Write the value in the expected form: {expected}.</source>
        <translation>Écrivez la valeur sous la forme attendue : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write the whole name of the street or place.</source>
        <translation>Écrivez le nom entier de la voie ou du lieu-dit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>Write them as OpenStreetMap does: Mo-Fr 08:00-18:00; Sa 09:00-12:00.</source>
        <translation>Écrivez-les comme OpenStreetMap : Mo-Fr 08:00-18:00; Sa 09:00-12:00.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>Write workspace:layer, with letters, digits, - and _ only.</source>
        <translation>Écrivez espace:couche, avec des lettres, des chiffres, - et _ seulement.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>Write year, month and day: 2026-01-31.</source>
        <translation>Écrivez l’année, le mois et le jour : 2026-01-31.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>Write {expected}, which follows from the name of the folder, or correct that name.</source>
        <translation>Écrivez {expected}, qui découle du nom du dossier, ou corrigez ce nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write {expected}.</source>
        <translation>Écrivez {expected}.</translation>
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
        <location filename="../data_territoires_plugin/catalogue/remote/resolve.py"/>
        <source>Write |member=… for a file of an archive, |layername=… for a layer of a file.</source>
        <translation>Écrivez |member=… pour un fichier d’une archive, |layername=… pour une couche d’un fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>Write |member=… with one of: {names}.</source>
        <translation>Écrivez |member=… avec l&apos;un de : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>Write “{expected}”, or correct the name of the folder.</source>
        <translation>Écrivez « {expected} », ou corrigez le nom du dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>Writes a local layer in the fields of a national standard, by a mapping: which column, constant, expression or part of the geometry fills each field, and which value of the standard each local value stands for.

Mapping: a file; where it is empty, a mapping is proposed by name, synonym, type and values, and used. It is written beside the result: read it, correct it, use it again.

No row and no value is lost: a value that is none of the field stays as it is and is counted. The result is checked against the standard, and what is missing is said. The layer itself is never changed.</source>
        <translation>Écrit une couche locale dans les champs d’un standard national, selon une correspondance : quelle colonne, quelle constante, quelle expression ou quelle partie de la géométrie remplit chaque champ, et quelle valeur du standard chaque valeur locale désigne.

Correspondance : un fichier ; s’il n’est pas donné, une correspondance est proposée d’après les noms, les synonymes, les types et les valeurs, et utilisée. Elle est écrite à côté du résultat : relisez-la, corrigez-la, réutilisez-la.

Aucune ligne ni aucune valeur n’est perdue : une valeur qui n’est pas du champ reste telle quelle et est comptée. Le résultat est contrôlé avec le standard, et ce qui manque est dit. La couche elle-même n’est jamais modifiée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Writes codes as in their list, names of files as in the document, names of streets with a capital.</source>
        <translation>Écrit les codes comme dans leur liste, les noms de fichiers comme dans le document, les noms de voies avec leurs majuscules.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Writes dates in the form of the standard; day before month, as in France.</source>
        <translation>Écrit les dates dans la forme du standard ; le jour avant le mois, comme en France.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gristwrite.py"/>
        <source>Writes the chosen fields of the features (of those selected, where the box is ticked) in the rows of a table of Grist that have the same key. The columns of the table bear the names of the fields. Rows that already say the same are left alone; no row is ever deleted, no other column touched. Everything is read back and compared. Ticked first, the dry run sends nothing and counts what would change.</source>
        <translation>Écrit les champs choisis des objets (des seuls sélectionnés, si la case est cochée) dans les lignes d’une table de Grist qui ont la même clé. Les colonnes de la table portent les noms des champs. Les lignes qui disent déjà la même chose sont laissées telles quelles ; aucune ligne n’est jamais supprimée, aucune autre colonne touchée. Tout est relu et comparé. Cochée au départ, la simulation n’envoie rien et compte ce qui changerait.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publishmetadata.py"/>
        <source>Writes the metadata record of a layer in a catalogue: from its own metadata, its extent, the recipe of the clip it comes from, and a template of your authority.

The record keeps its identifier for good: it is replaced, never doubled. What others have written on the portal is kept. The record is read back and compared; the journal serves to take it back.

Dry run: nothing is sent; what is missing and what would change are told.</source>
        <translation>Écrit la fiche de métadonnées d&apos;une couche dans un catalogue : à partir de ses propres métadonnées, de son emprise, de la recette de la découpe dont elle vient, et d&apos;un modèle de fiche de votre collectivité.

La fiche garde son identifiant pour toujours : elle est remplacée, jamais doublée. Ce que d&apos;autres ont écrit sur le portail est gardé. La fiche est relue et comparée ; le journal sert à revenir en arrière.

Simulation : rien n&apos;est envoyé ; ce qui manque et ce qui changerait sont dits.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Writes yes and no with the values of the standard.</source>
        <translation>Écrit oui et non avec les valeurs du standard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>Written as the file that was repaired: same separator and quotes, {encoding}.</source>
        <translation>Écrit comme le fichier corrigé : mêmes séparateur et guillemets, {encoding}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/constraints.py"/>
        <source>Written as the standard wants: {form}.</source>
        <translation>Écrit comme le veut le standard : {form}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>Written on</source>
        <translation>Écrit le</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/depositing.py"/>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <location filename="../data_territoires_plugin/publish/sending.py"/>
        <source>written, but not as it was sent: {columns}</source>
        <translation>écrit, mais pas comme envoyé : {columns}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>x (legal projection)</source>
        <translation>x (projection légale)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>x, y and long, lat are more than 10 metres apart ({value}).</source>
        <translation>x, y et long, lat sont distants de plus de 10 mètres ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>y (legal projection)</source>
        <translation>y (projection légale)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>year and month: {form}</source>
        <translation>année et mois : {form}</translation>
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
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>year-month-day, as 2026-11-22</source>
        <translation>année-mois-jour, comme 2026-11-22</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>year: {form}</source>
        <translation>année : {form}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/fixes.py"/>
        <source>Yes and no</source>
        <translation>Oui et non</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/readme.py"/>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/types.py"/>
        <source>yes or no: {values}</source>
        <translation>oui ou non : {values}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/own_work.py"/>
        <source>You had worked in “{name}”: it is kept as “{aside}”. “{update}” would have left your changes in place.</source>
        <translation>Vous aviez travaillé dans « {name} » : il est gardé sous « {aside} ». « {update} » aurait laissé vos modifications en place.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis_swap.py"/>
        <source>you may not create tables in {name}</source>
        <translation>vous ne pouvez pas créer de tables dans {name}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>you may not edit or publish this record</source>
        <translation>vous ne pouvez pas modifier ou publier cette fiche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/targets/postgis.py"/>
        <source>You may not write to {schema}.{table}.</source>
        <translation>Vous n’avez pas le droit d’écrire dans {schema}.{table}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Your account has several organizations: say which one publishes.</source>
        <translation>Votre compte a plusieurs organisations : dites laquelle publie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>Your account is not in the organization “{name}”.</source>
        <translation>Votre compte n’est pas dans l’organisation « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/extraction.py"/>
        <source>Your account may extract no data called “{name}”.</source>
        <translation>Votre compte ne peut extraire aucune donnée appelée « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <location filename="../data_territoires_plugin/publish/records/datagouv.py"/>
        <source>Your account may not change “{title}”.</source>
        <translation>Votre compte n’a pas le droit de modifier « {title} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/geonetwork.py"/>
        <source>Your account may not edit records there (profile {profile}).</source>
        <translation>Votre compte ne peut pas y modifier de fiches (profil {profile}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/own_catalogue.py"/>
        <source>Your catalogue can&apos;t be written.</source>
        <translation>Votre catalogue ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/gpf.py"/>
        <source>Your datastore has no {type} service left to publish on.</source>
        <translation>Votre entrepôt n’a plus de service {type} où publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Zip (*.zip)</source>
        <translation>Zip (*.zip)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Zip of a document…</source>
        <translation>Zip d’un document…</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>Zip of the document</source>
        <translation>Zip du document</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_panel.py"/>
        <source>Zoom to it</source>
        <translation>Zoomer dessus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>Zoom to the perimeter</source>
        <translation>Zoomer sur le périmètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>{address} is in {commune}.</source>
        <translation>{address} : c’est à {commune}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/words.py"/>
        <source>{area} km²</source>
        <translation>{area} km²</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <location filename="../data_territoires_plugin/standards/repair/slivers.py"/>
        <source>{area} m²</source>
        <translation>{area} m²</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/slivers.py"/>
        <source>{area} m² taken off feature {cut} and left to {kept}, as chosen; {width} m wide on average.</source>
        <translation>{area} m² retirés à l’objet {cut} et laissés à {kept}, comme choisi ; {width} m de large en moyenne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/slivers.py"/>
        <source>{area} m² taken off feature {cut}, the larger, and left to {kept}; {width} m wide on average.</source>
        <translation>{area} m² retirés à l’objet {cut}, le plus grand, et laissés à {kept} ; {width} m de large en moyenne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>{area} m², {width} m wide on average</source>
        <translation>{area} m², {width} m de large en moyenne</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>{catalogue}: {said}</source>
        <translation>{catalogue} : {said}</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/checks_identifiers.py"/>
        <source>{code}_PLU_YYYYMMDD, that is the name of the folder</source>
        <translation>{code}_PLU_AAAAMMJJ, c’est-à-dire le nom du dossier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>{column} ({kind}: {samples})</source>
        <translation>{column} ({kind} : {samples})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/values.py"/>
        <source>{column}: “{before}” becomes “{after}” ({fix}).</source>
        <translation>{column} : « {before} » devient « {after} » ({fix}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/identifiers.py"/>
        <source>{column}: “{before}” becomes “{after}”.</source>
        <translation>{column} : « {before} » devient « {after} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/geocode.py"/>
        <source>{count} addresses: {found} found, {doubtful} doubtful, {lost} not found.</source>
        <translation>{count} adresses : {found} trouvées, {doubtful} douteuses, {lost} introuvables.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} are refused.</source>
        <translation>{count} sont refusées.</translation>
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
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} change applied.</source>
        <translation>{count} correction appliquée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} change proposed for what was chosen ({asked}). Untick what you do not want.</source>
        <translation>{count} correction proposée pour ce qui est choisi ({asked}). Décochez ce que vous ne voulez pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} changes applied.</source>
        <translation>{count} corrections appliquées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} changes proposed for what was chosen ({asked}). Untick what you do not want.</source>
        <translation>{count} corrections proposées pour ce qui est choisi ({asked}). Décochez ce que vous ne voulez pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <source>{count} columns are expected for “{place}”.</source>
        <translation>nombre de colonnes attendu pour « {place} » : {count}.</translation>
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
        <location filename="../data_territoires_plugin/processing/repair_communes.py"/>
        <source>{count} communes are too many to ask one by one.</source>
        <translation>{count} communes sont trop nombreuses pour être demandées une à une.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>{count} dataset</source>
        <translation>{count} jeu</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>{count} dataset for this territory</source>
        <translation>{count} jeu pour ce territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>{count} datasets</source>
        <translation>{count} jeux</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>{count} datasets for this territory</source>
        <translation>{count} jeux pour ce territoire</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{count} difference.</source>
        <translation>{count} différence.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{count} differences.</source>
        <translation>{count} différences.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>{count} error</source>
        <translation>{count} erreur</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>{count} errors</source>
        <translation>{count} erreurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>{count} failed: see why below.</source>
        <translation>{count} en échec : voyez pourquoi ci-dessous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>{count} faults between features could not be seen while a geometry was invalid; they are left.</source>
        <translation>{count} anomalies entre objets étaient invisibles tant qu’une géométrie était invalide ; elles restent à corriger.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>{count} feature</source>
        <translation>{count} objet</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>{count} feature could not be published:</source>
        <translation>{count} objet n’a pas pu être publié :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{count} feature had changed.</source>
        <translation>{count} objet avait changé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>{count} feature is only there, and stays.</source>
        <translation>{count} objet n’est que là-bas, et y reste.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>{count} feature there</source>
        <translation>{count} objet là-bas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <location filename="../data_territoires_plugin/gui/run_panel.py"/>
        <source>{count} features</source>
        <translation>{count} objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>{count} features are only there, and stay.</source>
        <translation>{count} objets ne sont que là-bas, et y restent.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_sending.py"/>
        <source>{count} features could not be published:</source>
        <translation>{count} objets n’ont pas pu être publiés :</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{count} features had changed.</source>
        <translation>{count} objets avaient changé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/validate.py"/>
        <source>{count} features have changed since the last check: they and their neighbours were judged again.</source>
        <translation>{count} objets ont changé depuis le dernier contrôle : ils ont été rejugés, avec leurs voisins.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/plan.py"/>
        <source>{count} features of the platform would be deleted: {share} %, more than the {most} % allowed.</source>
        <translation>{count} objets de la plateforme seraient supprimés : {share} %, plus que les {most} % permis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>{count} features there</source>
        <translation>{count} objets là-bas</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>{count} file was not asked about.</source>
        <translation>{count} fichier n’a pas été interrogé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>{count} files were not asked about.</source>
        <translation>{count} fichiers n’ont pas été interrogés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{count} finding</source>
        <translation>{count} anomalie</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_detail.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{count} findings</source>
        <translation>{count} anomalies</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_document.py"/>
        <source>{count} holes</source>
        <translation>{count} trous</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>{count} info</source>
        <translation>{count} info</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>{count} infos</source>
        <translation>{count} infos</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/territory_header.py"/>
        <source>{count} inhab.</source>
        <translation>{count} hab.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_words.py"/>
        <source>{count} invalid or missing shapes were left out of this check ({value}).</source>
        <translation>{count} géométries invalides ou absentes ont été laissées hors de ce contrôle ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} is refused.</source>
        <translation>{count} est refusée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{count} layer</source>
        <translation>{count} couche</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{count} layer added.</source>
        <translation>{count} couche ajoutée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{count} layer can&apos;t be clipped: see why below.</source>
        <translation>{count} couche ne peut pas être découpée : voyez pourquoi ci-dessous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} layer clipped in {time}</source>
        <translation>{count} couche découpée en {time}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>{count} layer out of date.</source>
        <translation>{count} couche en retard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <source>{count} layer ticked: {title}.</source>
        <translation>{count} couche cochée : {title}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>{count} layer.</source>
        <translation>{count} couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{count} layers</source>
        <translation>{count} couches</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{count} layers added.</source>
        <translation>{count} couches ajoutées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{count} layers can&apos;t be clipped: see why below.</source>
        <translation>{count} couches ne peuvent pas être découpées : voyez pourquoi ci-dessous.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} layers clipped in {time}</source>
        <translation>{count} couches découpées en {time}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>{count} layers out of date.</source>
        <translation>{count} couches en retard.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/more_menu.py"/>
        <source>{count} layers ticked: {title}.</source>
        <translation>{count} couches cochées : {title}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>{count} layers.</source>
        <translation>{count} couches.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{count} left out: {reasons}.</source>
        <translation>{count} laissées de côté : {reasons}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>{count} more</source>
        <translation>{count} de plus</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>{count} more, of which {listed} are listed</source>
        <translation>{count} de plus, dont {listed} listées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/clip_tab.py"/>
        <source>{count} not in the kit</source>
        <translation>{count} pas dans le kit</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>{count} other rules</source>
        <translation>{count} autres règles</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>{count} out of date</source>
        <translation>{count} en retard</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_document.py"/>
        <source>{count} parts</source>
        <translation>{count} parties</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>{count} rows of DOC_URBA describe this document (IDURBA {expected}).</source>
        <translation>{count} lignes de DOC_URBA décrivent ce document (IDURBA {expected}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/rows.py"/>
        <source>{count} values are longer than the standard allows: they would be cut. {values}.</source>
        <translation>{count} valeurs sont plus longues que ce que le standard permet : elles seraient coupées. {values}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_document.py"/>
        <source>{count} vertices</source>
        <translation>{count} sommets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/checks_document.py"/>
        <source>{count} vertices per metre</source>
        <translation>{count} sommets par mètre</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>{count} warning</source>
        <translation>{count} avertissement</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_findings.py"/>
        <source>{count} warnings</source>
        <translation>{count} avertissements</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/recipes_tab.py"/>
        <source>{count} whose source does not tell: read again and compared.</source>
        <translation>{count} dont la source ne dit rien : relue et comparée.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/cadastre.py"/>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>{distance} m</source>
        <translation>{distance} m</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field} is empty.</source>
        <translation>{field} est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>{field}: a control character.</source>
        <translation>{field} : un caractère de contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>{field}: a value is required.</source>
        <translation>{field} : une valeur est obligatoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: all these columns are empty.</source>
        <translation>{field} : toutes ces colonnes sont vides.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: some of these columns are filled in, the others are empty ({value}).</source>
        <translation>{field} : une partie de ces colonnes est renseignée, les autres sont vides ({value}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/apply.py"/>
        <source>{field}: the expression {text} can&apos;t be read: {problem}</source>
        <translation>{field} : l’expression {text} ne peut pas être lue : {problem}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/apply.py"/>
        <source>{field}: the expression {text} fails on the feature {feature}: {problem}</source>
        <translation>{field} : l’expression {text} échoue sur l’objet {feature} : {problem}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: the file “{value}” is not in the document.</source>
        <translation>{field} : le fichier « {value} » n’est pas dans le document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: the file “{value}” is written “{expected}” in the document.</source>
        <translation>{field} : le fichier « {value} » s’écrit « {expected} » dans le document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: the form of “{value}” could not be checked: the pattern of the standard takes too long on it.</source>
        <translation>{field} : la forme de « {value} » n’a pas pu être contrôlée : le motif du standard y passe trop de temps.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: the total is not the sum of its parts ({value}): {expected} is expected.</source>
        <translation>{field} : le total n’est pas la somme de ses parties ({value}) : {expected} est attendu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: the value is not a GeoJSON geometry.</source>
        <translation>{field} : la valeur n’est pas une géométrie GeoJSON.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: the value “{value}” is not a possible one.</source>
        <translation>{field} : la valeur « {value} » n’est pas possible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: the values {value} do not compare as wanted: {expected}.</source>
        <translation>{field} : les valeurs {value} ne se comparent pas comme attendu : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_model.py"/>
        <source>{field}: {before} → {after}</source>
        <translation>{field} : {before} → {after}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>{field}: {count} values are none of the field, and stay as they are: {values}</source>
        <translation>{field} : valeurs qui ne sont pas du champ, laissées telles quelles ({count}) : {values}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>{field}: {found} characters, {most} at most.</source>
        <translation>{field} : {found} caractères, {most} au plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: {value} is in the future.</source>
        <translation>{field} : {value} est dans le futur.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: {value} is not within the dates allowed: {expected}.</source>
        <translation>{field} : {value} n’est pas dans les dates autorisées : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: {value} is too large: {expected} at most.</source>
        <translation>{field} : {value} est trop grand : {expected} au plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: {value} is too small: {expected} at least.</source>
        <translation>{field} : {value} est trop petit : {expected} au moins.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_repair.py"/>
        <source>{field}: “{before}” → “{after}”</source>
        <translation>{field} : « {before} » → « {after} »</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” begins or ends with a space.</source>
        <translation>{field} : « {value} » commence ou finit par un espace.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: “{value}” can’t be read as opening hours.</source>
        <translation>{field} : « {value} » ne se lit pas comme des horaires d’ouverture.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” does not exist in {expected}.</source>
        <translation>{field} : « {value} » n’existe pas dans {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: “{value}” does not follow the nomenclature of acts.</source>
        <translation>{field} : « {value} » ne suit pas la nomenclature des actes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” does not follow the rule “{rule}”. Expected: {expected}.</source>
        <translation>{field} : « {value} » ne respecte pas la règle « {rule} ». Attendu : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” does not have the expected form: {expected}.</source>
        <translation>{field} : « {value} » n’a pas la forme attendue : {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” has an underscore.</source>
        <translation>{field} : « {value} » contient un tiret bas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” has characters that are not allowed or can’t be read.</source>
        <translation>{field} : « {value} » contient des caractères interdits ou illisibles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>{field}: “{value}” has none of the forms of an IDURBA.</source>
        <translation>{field} : « {value} » n’a aucune des formes d’un IDURBA.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” holds characters that can&apos;t be read.</source>
        <translation>{field} : « {value} » contient des caractères illisibles.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” holds no known INSEE code of commune.</source>
        <translation>{field} : « {value} » ne contient pas de code INSEE de commune connu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” is all in capitals or all in small letters.</source>
        <translation>{field} : « {value} » est tout en majuscules ou tout en minuscules.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: “{value}” is neither a year nor an interval of years.</source>
        <translation>{field} : « {value} » n’est ni une année ni un intervalle d’années.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not a FINESS number.</source>
        <translation>{field} : « {value} » n’est pas un numéro FINESS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/preflight.py"/>
        <source>{field}: “{value}” is not a number that the platform takes.</source>
        <translation>{field} : « {value} » n’est pas un nombre que la plateforme accepte.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: “{value}” is not a place in the French territories.</source>
        <translation>{field} : « {value} » n’est pas un lieu des territoires français.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not a random identifier (UUID version 4).</source>
        <translation>{field} : « {value} » n’est pas un identifiant aléatoire (UUID version 4).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not a SIREN number.</source>
        <translation>{field} : « {value} » n’est pas un numéro SIREN.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not a SIRET number.</source>
        <translation>{field} : « {value} » n’est pas un numéro SIRET.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/schema_words.py"/>
        <source>{field}: “{value}” is not a telephone number.</source>
        <translation>{field} : « {value} » n’est pas un numéro de téléphone.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not an INSEE code.</source>
        <translation>{field} : « {value} » n’est pas un code INSEE.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not in the code list {expected}.</source>
        <translation>{field} : « {value} » n’est pas dans la liste de codes {expected}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not of the expected type: {expected}.</source>
        <translation>{field} : « {value} » n’est pas du type attendu ({expected}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not one of the allowed values.</source>
        <translation>{field} : « {value} » n’est pas une des valeurs autorisées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not the identifier of a planning document.</source>
        <translation>{field} : « {value} » n’est pas l’identifiant d’un document d’urbanisme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is not the identifier that the name of the document gives.</source>
        <translation>{field} : « {value} » n’est pas l’identifiant que donne le nom du document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>{field}: “{value}” is not the IDURBA of this document.</source>
        <translation>{field} : « {value} » n’est pas l’IDURBA de ce document.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” is not what is expected: a whole number for numero, a UUID version 4 for an identifier.</source>
        <translation>{field} : « {value} » n’est pas ce qui est attendu : un nombre entier pour numero, un UUID version 4 pour un identifiant.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is the code of a former commune.</source>
        <translation>{field} : « {value} » est le code d’une ancienne commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is the INSEE code of no commune.</source>
        <translation>{field} : « {value} » n’est le code INSEE d’aucune commune.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is there {count} times; each value must be unique.</source>
        <translation>{field} : « {value} » est présent {count} fois ; chaque valeur doit être unique.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” is too long: 200 characters for a name, 9 for a suffix.</source>
        <translation>{field} : « {value} » est trop long : 200 caractères pour un nom, 9 pour un suffixe.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is too long: {expected} characters at most.</source>
        <translation>{field} : « {value} » est trop long : {expected} caractères au plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” is too short: 3 characters at least.</source>
        <translation>{field} : « {value} » est trop court : 3 caractères au moins.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/explain.py"/>
        <source>{field}: “{value}” is too short: {expected} characters at least.</source>
        <translation>{field} : « {value} » est trop court : {expected} caractères au moins.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{field}: “{value}” is written with a decimal comma.</source>
        <translation>{field} : « {value} » est écrit avec une virgule décimale.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{file}:{line}: this is not YAML: {cause}.</source>
        <translation>{file}:{line} : ce n&apos;est pas du YAML : {cause}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>{filled} of the {asked} elements that INSPIRE and the CNIG ask for are known.</source>
        <translation>{filled} éléments connus, sur les {asked} que demandent INSPIRE et le CNIG.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>{first} and {second}</source>
        <translation>{first} et {second}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <source>{first} is filled in: {other} has to be too.</source>
        <translation>{first} est renseigné : {other} doit l’être aussi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>{fix}: {count} more refused, see the record.</source>
        <translation>{fix} : {count} de plus refusés, voir le registre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>{fix}: {count} more, see the record.</source>
        <translation>{fix} : {count} de plus, voir le registre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <location filename="../data_territoires_plugin/processing/publish.py"/>
        <location filename="../data_territoires_plugin/processing/publish_common.py"/>
        <source>{key}: {reason}</source>
        <translation>{key} : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>{label}: {why}</source>
        <translation>{label} : {why}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>{layer}: columns that the standard does not know, left out: {names}.</source>
        <translation>{layer} : champs que le standard ne connaît pas, non livrés : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>{layer}: coordinates written from the points: {names}.</source>
        <translation>{layer} : coordonnées écrites d’après les points : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_html.py"/>
        <source>{listed} findings are listed, of {total}.</source>
        <translation>{listed} anomalies listées, sur {total}.</translation>
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
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{name} can&apos;t be opened.</source>
        <translation>{name} ne peut pas être ouvert.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>{name} did not answer, or the plugin is offline: these are its answers of {day}.</source>
        <translation>{name} n’a pas répondu, ou l’extension est hors connexion : voici ses réponses du {day}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/output_panel.py"/>
        <source>{name} exists: it will be replaced; if you worked in it, it is kept beside.</source>
        <translation>{name} existe : il sera remplacé ; si vous y avez travaillé, il est gardé à côté.</translation>
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
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>{name} holds {count} characters at most</source>
        <translation>{name} contient au plus {count} caractères</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>{name} holds {count} standards: one is needed.</source>
        <translation>{name} contient {count} standards : il en faut un seul.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/edit.py"/>
        <source>{name} is not a column of text: run the repair as a processing</source>
        <translation>{name} n’est pas une colonne de texte : lancez la correction depuis la boîte à outils</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{name} is not in the project.</source>
        <translation>{name} n’est pas dans le projet.</translation>
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
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>{name} is too large for a schema.</source>
        <translation>{name} est trop volumineux pour un schéma.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>{name} names a file outside its folder: {other}.</source>
        <translation>{name} désigne un fichier hors de son dossier : {other}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>{name} names a schema of another site: {other}.</source>
        <translation>{name} désigne un schéma d’un autre site : {other}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{name}, {time}: {findings}</source>
        <translation>{name}, {time} : {findings}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>{name}: a filter that it does not have: {what}.</source>
        <translation>{name} : un filtre qu’il n’a pas : {what}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: a list is expected: [one, two].</source>
        <translation>{name} : une liste est attendue : [un, deux].</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>{name}: a name is made of small letters, digits and _.</source>
        <translation>{name} : un nom se compose de lettres minuscules, de chiffres et de _.</translation>
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
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>{name}: datasets: {count} of {total}.</source>
        <translation>{name} : jeux de données : {count} sur {total}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>{name}: give at least one of {keys}.</source>
        <translation>{name} : donnez au moins une des clés {keys}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <source>{name}: keys and values are expected.</source>
        <translation>{name} : des clés et des valeurs sont attendues.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/reading.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>{name}: the key “{key}” is missing.</source>
        <translation>{name} : la clé « {key} » manque.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/platforms.py"/>
        <source>{name}: verified is true or false.</source>
        <translation>{name} : verified vaut true ou false.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{name}: {area} km². Layers to clip: {count}.</source>
        <translation>{name} : {area} km². Couches à découper : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_tab.py"/>
        <source>{name}: {findings}</source>
        <translation>{name} : {findings}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>{name}: {said}</source>
        <translation>{name} : {said}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>{origin}, COG {year}, fetched on {date}</source>
        <translation>{origin}, COG {year}, récupéré le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/contours.py"/>
        <source>{origin}, fetched on {date}</source>
        <translation>{origin}, récupéré le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/metadata_xml_words.py"/>
        <source>{part} ({number}/{count})</source>
        <translation>{part} ({number}/{count})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>{path} can&apos;t be written or moved.</source>
        <translation>{path} ne peut pas être écrit ou déplacé.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/files.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/kept.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/tables.py"/>
        <source>{path} can&apos;t be written.</source>
        <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/files.py"/>
        <source>{path} is not a file that can be read.</source>
        <translation>{path} n’est pas un fichier lisible.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/tables.py"/>
        <source>{path} is not a table that can be read: it should be text in UTF-8.</source>
        <translation>{path} n’est pas un tableau lisible : ce devrait être du texte en UTF-8.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/journal.py"/>
        <location filename="../data_territoires_plugin/publish/records/journal.py"/>
        <source>{path} is not the journal of a publication.</source>
        <translation>{path} n’est pas le journal d’une publication.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>{path} is not the JSON of a validation.</source>
        <translation>{path} n’est pas le JSON d’un contrôle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/propose.py"/>
        <source>{percent} % of its values</source>
        <translation>{percent} % de ses valeurs</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping_fields.py"/>
        <source>{percent} %, to check</source>
        <translation>{percent} %, à vérifier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/json_schema.py"/>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>{place}: its pattern can&apos;t be read ({reason}).</source>
        <translation>{place} : son motif ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_tab.py"/>
        <source>{place}: put back what “{collection}” held before the last publication?</source>
        <translation>{place} : remettre ce que « {collection} » contenait avant la dernière publication ?</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/sound.py"/>
        <source>{place}: the code list “{name}” has other columns.</source>
        <translation>{place} : la liste de codes « {name} » a d’autres colonnes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/sound.py"/>
        <source>{place}: the pattern {pattern} can&apos;t be read ({reason}).</source>
        <translation>{place} : le motif {pattern} est illisible ({reason}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/sound.py"/>
        <source>{place}: there is no code list “{name}”.</source>
        <translation>{place} : il n’y a pas de liste de codes « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/sound.py"/>
        <source>{place}: there is no table “{name}”.</source>
        <translation>{place} : il n’y a pas de table « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/sound.py"/>
        <source>{place}: “{name}” occurs more than once.</source>
        <translation>{place} : « {name} » figure plusieurs fois.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/places.py"/>
        <source>{platform} does not take the name “{name}”.</source>
        <translation>« {platform} » n’accepte pas le nom « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <source>{platform}: {file}</source>
        <translation>{platform} : {file}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/by_code.py"/>
        <source>{reason}; drawn by the contours of the communes, field {field}</source>
        <translation>{reason} ; dessinées par les contours des communes, champ {field}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/grist.py"/>
        <source>{reason}; the table of Grist, whole</source>
        <translation>{reason} ; la table de Grist, en entier</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>{reason}; theme “{theme}” of the extract {file}</source>
        <translation>{reason} ; thème « {theme} » de l’extrait {file}</translation>
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
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <source>{shown} datasets of {total} are shown: double-click for more</source>
        <translation>{shown} jeux sur {total} sont montrés : double-cliquez pour la suite</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>{site} has no resource “{id}”, or not any more.</source>
        <translation>{site} n’a pas de ressource « {id} », ou n’en a plus.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>{site} only shows the first {count} datasets of a search.</source>
        <translation>{site} ne montre que les {count} premiers jeux de données d’une recherche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/schemas.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/transport.py"/>
        <source>{site}: the answer is not what the service promises.</source>
        <translation>{site} : la réponse n’est pas celle que le service promet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/found.py"/>
        <location filename="../data_territoires_plugin/gui/place_pages.py"/>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/cards.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>{source}, data fetched on {date}</source>
        <translation>{source}, données récupérées le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>{standard}: the layer was edited or read again since it was checked. Check it again.</source>
        <translation>{standard} : la couche a été modifiée ou relue depuis son contrôle. Contrôlez-la à nouveau.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_what.py"/>
        <source>{standard}: {errors}. It will be said in the record.</source>
        <translation>{standard} : {errors}. Ce sera dit dans la fiche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/files.py"/>
        <source>{table}, {field}: a value of {count} bytes has no room in a dBASE table (254).</source>
        <translation>{table}, {field} : une valeur de {count} octets ne tient pas dans une table dBASE (254).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/sound.py"/>
        <source>{table}, {place}: there is no field “{name}”.</source>
        <translation>{table}, {place} : il n’y a pas de champ « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>{table}.{field}: the type “{type}” is unknown.</source>
        <translation>{table}.{field} : le type « {type} » est inconnu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>{table}: field {number} has no name.</source>
        <translation>{table} : le champ {number} n’a pas de nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/references.py"/>
        <source>{table}: its references to {other} were not checked: that table was not given.</source>
        <translation>{table} : ses références à {other} n’ont pas été contrôlées, cette table n’étant pas fournie.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/map.py"/>
        <source>{table}: rows written: {count}.</source>
        <translation>{table} : lignes écrites : {count}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>{table}: the check “{name}” is unknown.</source>
        <translation>{table} : le contrôle « {name} » est inconnu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>{table}: the column {field} lacks in “{layer}”; it is delivered empty.</source>
        <translation>{table} : le champ {field} manque dans « {layer} » ; il est livré vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/run.py"/>
        <source>{table}: the rule “{rule}” is not known to this version of the plugin.</source>
        <translation>{table} : la règle « {rule} » n’est pas connue de cette version de l’extension.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/table_schema.py"/>
        <source>{table}: the table “{name}”, which it refers to, is not in the schema.</source>
        <translation>{table} : la table « {name} », à laquelle elle renvoie, n’est pas dans le schéma.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>{table}: {count} features</source>
        <translation>{table} : {count} objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/report_tables.py"/>
        <source>{table}: {rows} features</source>
        <translation>{table} : {rows} objets</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_model.py"/>
        <source>{text}, treated</source>
        <translation>{text}, traitée</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>{title} (lines)</source>
        <translation>{title} (lignes)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>{title} (partial)</source>
        <translation>{title} (partiel)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>{title} (possible)</source>
        <translation>{title} (possible)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/conformity_subject.py"/>
        <source>{title} (recognised)</source>
        <translation>{title} (reconnu)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/datagouv.py"/>
        <source>{title} (stops)</source>
        <translation>{title} (arrêts)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/backgrounds.py"/>
        <source>{title} (training kit)</source>
        <translation>{title} (jeu de formation)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/csw.py"/>
        <source>{title} no longer has “{name}”.</source>
        <translation>{title} n’a plus « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/catalogue_model.py"/>
        <source>{title}, {on} layers ticked of {count}</source>
        <translation>{title}, {on} couches cochées sur {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>{title}: added, and ticked.</source>
        <translation>{title} : ajoutée, et cochée.</translation>
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
        <location filename="../data_territoires_plugin/processing/clip.py"/>
        <source>{title}: restricted data, fetched with your key. They are for your own use: don&apos;t republish them.</source>
        <translation>{title} : données d’accès restreint, récupérées avec votre clé. Elles sont pour votre seul usage : ne les rediffusez pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/makekit.py"/>
        <source>{title}: restricted data, left out of the kit, which is made to be handed on.</source>
        <translation>{title} : données réservées, laissées hors du kit, qui est fait pour être transmis.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/search.py"/>
        <source>{title}: the best {shown} of {count} layers are shown; the others are on its page: {page}</source>
        <translation>{title} : les {shown} meilleures couches sur {count} sont montrées ; les autres sont sur sa page : {page}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/ckan.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/csw.py"/>
        <location filename="../data_territoires_plugin/catalogue/remote/records.py"/>
        <source>{title}: the catalogue did not answer with records.</source>
        <translation>{title} : le catalogue n’a pas répondu par des fiches de métadonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>{title}: {outcome} ({reason}). Added: {added}, removed: {removed}, modified: {modified}.</source>
        <translation>{title} : {outcome} ({reason}). Ajoutés : {added}, supprimés : {removed}, modifiés : {modified}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/refresh.py"/>
        <source>{title}: {state} ({reason}).</source>
        <translation>{title} : {state} ({reason}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/storages.py"/>
        <source>{url} answers with an empty file.</source>
        <translation>{url} répond par un fichier vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/ogc_collection.py"/>
        <source>{url} does not describe a collection of features.</source>
        <translation>{url} ne décrit pas une collection d’objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>{url} does not describe a layer of an ArcGIS server.</source>
        <translation>{url} ne décrit pas une couche d’un serveur ArcGIS.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/ogc_records.py"/>
        <source>{url} is not a collection of metadata records.</source>
        <translation>{url} n&apos;est pas une collection de fiches de métadonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>{url} is not a page of items.</source>
        <translation>{url} n’est pas une page d’éléments.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac_items.py"/>
        <source>{url} is not a STAC.</source>
        <translation>{url} n’est pas un STAC.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>{url}, applied on {date}</source>
        <translation>{url}, appliqué le {date}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>{url}: the server does not count its features.</source>
        <translation>{url} : le serveur ne compte pas ses objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/featureserver.py"/>
        <source>{url}: the server shows this layer but does not give its features.</source>
        <translation>{url} : le serveur montre cette couche mais ne donne pas ses objets.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>{value} addresses have no BAN identifiers, while others have.</source>
        <translation>{value} adresses n’ont pas d’identifiants BAN, alors que d’autres en ont.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/navigation.py"/>
        <source>{value} {unit} can&apos;t be computed by the service.</source>
        <translation>{value} {unit} : le service ne sait pas le calculer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>{way} (about {size} MB, requests: {requests}, {certainty})</source>
        <translation>{way} (environ {size} Mo, requêtes : {requests}, {certainty})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/plans.py"/>
        <source>{way} (size not known, {certainty})</source>
        <translation>{way} (taille inconnue, {certainty})</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>{what} It is kept as it was: clip it anew to take its new form.</source>
        <translation>{what} Elle est gardée telle quelle : redécoupez-la pour prendre sa nouvelle forme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/template.py"/>
        <source>{where}: keys that are unknown: {names}.</source>
        <translation>{where} : clés inconnues : {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/template.py"/>
        <source>{where}: “couches” holds the names of layers, and under each what is said of it.</source>
        <translation>{where} : « couches » contient les noms des couches et, sous chacun, ce qui en est dit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/metadata/template.py"/>
        <source>{where}: “{value}” is not a value of “{key}”.</source>
        <translation>{where} : « {value} » n&apos;est pas une valeur de « {key} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/repair/slivers.py"/>
        <source>{width} m wide on average: decide whose it is</source>
        <translation>largeur moyenne {width} m : à vous de décider à qui revient cette surface</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/report.py"/>
        <source>{written} ({announced} announced around)</source>
        <translation>{written} ({announced} annoncés alentour)</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/service_pages.py"/>
        <source>“Apply” puts it in use.</source>
        <translation>« Appliquer » le met en service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_cards.py"/>
        <source>“{collection}”, {when}, {count}</source>
        <translation>« {collection} », {when}, {count}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/place.py"/>
        <source>“{crs}” is not a coordinate reference system.</source>
        <translation>« {crs} » n’est pas un système de coordonnées.</translation>
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
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>“{folder}” already holds something else than a kit.</source>
        <translation>« {folder} » contient déjà autre chose qu’un kit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>“{folder}” is not a usable kit: {why}</source>
        <translation>« {folder} » n’est pas un kit utilisable : {why}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/publication.py"/>
        <source>“{identifier}” can&apos;t be the identifier of a record.</source>
        <translation>« {identifier} » ne peut pas être l&apos;identifiant d&apos;une fiche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/gpudocuments.py"/>
        <source>“{id}” is not a document of this territory.</source>
        <translation>« {id} » n’est pas un document de ce territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{kind}” is not a kind of territory.</source>
        <translation>« {kind} » n’est pas un type de territoire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>“{layer}” is published from the store “{store}”, which this plugin did not make. It will be left as it is, and the layer read from a new file: what is written to that store later won’t be seen.</source>
        <translation>« {layer} » est publiée depuis l’entrepôt « {store} », que l’extension n’a pas créé. Il sera laissé tel quel, et la couche lue dans un nouveau fichier : ce qui sera écrit plus tard dans cet entrepôt ne se verra pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/publish_gates.py"/>
        <source>“{layer}” may not be published: {reason}.</source>
        <translation>« {layer} » ne peut pas être publiée : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/mapping.py"/>
        <source>“{layer}” → {standard}, table {table}</source>
        <translation>« {layer} » → {standard}, table {table}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>“{name}” already exists: a template never replaces a file.</source>
        <translation>« {name} » existe déjà : un gabarit ne remplace jamais un fichier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/downloads.py"/>
        <source>“{name}” came incomplete.</source>
        <translation>« {name} » est arrivé incomplet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/forms.py"/>
        <source>“{name}” can&apos;t be delivered.</source>
        <translation>« {name} » ne peut être livré.</translation>
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
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>“{name}” can&apos;t be read.</source>
        <translation>« {name} » ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/output.py"/>
        <source>“{name}” can&apos;t be replaced: it is open elsewhere, or read-only.</source>
        <translation>« {name} » ne peut pas être remplacé : il est ouvert ailleurs, ou en lecture seule.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/names.py"/>
        <source>“{name}” can&apos;t be the name of a file to deliver.</source>
        <translation>« {name} » ne peut pas être le nom d’un fichier à livrer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/folder.py"/>
        <source>“{name}” can&apos;t be the name of a folder.</source>
        <translation>« {name} » ne peut pas être le nom d’un dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <source>“{name}” can&apos;t be the name of a layer of the Géoplateforme.</source>
        <translation>« {name} » ne peut pas être le nom d’une couche de la Géoplateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/job.py"/>
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <location filename="../data_territoires_plugin/processing/testservices.py"/>
        <location filename="../data_territoires_plugin/standards/deliver/files.py"/>
        <source>“{name}” can&apos;t be written.</source>
        <translation>« {name} » ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/subject.py"/>
        <source>“{name}” could not be read to its end.</source>
        <translation>« {name} » n’a pas pu être lu jusqu’au bout.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/run.py"/>
        <source>“{name}” does not fit in the memory of this machine.</source>
        <translation>« {name} » ne tient pas dans la mémoire de cette machine.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/resolve.py"/>
        <source>“{name}” does not say which layer.</source>
        <translation>« {name} » ne dit pas quelle couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>“{name}” doesn&apos;t exist.</source>
        <translation>« {name} » n’existe pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/own_schema.py"/>
        <source>“{name}” has no column: no schema can be made of it.</source>
        <translation>« {name} » n’a aucun champ : aucun schéma ne peut en être tiré.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/own_schema.py"/>
        <source>“{name}” has no feature: no schema can be made of it.</source>
        <translation>« {name} » n’a aucun objet : aucun schéma ne peut en être tiré.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/record.py"/>
        <source>“{name}” holds no recipe that can be read: it can&apos;t be refreshed.</source>
        <translation>« {name} » ne contient pas de recette lisible : il ne peut pas être mis à jour.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <location filename="../data_territoires_plugin/clip/kit.py"/>
        <source>“{name}” is a file: a kit is a folder.</source>
        <translation>« {name} » est un fichier : un kit est un dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/parquet.py"/>
        <source>“{name}” is a GeoParquet file, which this QGIS can&apos;t read.</source>
        <translation>« {name} » est un fichier GeoParquet, que ce QGIS ne sait pas lire.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>“{name}” is already the name of something else on this GeoServer.</source>
        <translation>« {name} » est déjà le nom d’autre chose sur ce GeoServer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>“{name}” is an SQL view of a database: it can’t be replaced by a file.</source>
        <translation>« {name} » est une vue SQL d’une base de données : un fichier ne peut pas la remplacer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/reading.py"/>
        <source>“{name}” is damaged: it can&apos;t be read to its end.</source>
        <translation>« {name} » est endommagé : sa lecture ne va pas jusqu’au bout.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>“{name}” is delivered as {target}.</source>
        <translation>« {name} » est livré sous le nom {target}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/survey.py"/>
        <source>“{name}” is empty.</source>
        <translation>« {name} » est vide.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/topology_findings.py"/>
        <source>“{name}” is in another coordinate reference system</source>
        <translation>« {name} » est dans un autre système de coordonnées</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/placing.py"/>
        <source>“{name}” is in the folder that would be replaced: {path}.</source>
        <translation>« {name} » se trouve dans le dossier qui serait remplacé : {path}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_folder.py"/>
        <source>“{name}” is neither a folder nor a zip archive.</source>
        <translation>« {name} » n’est ni un dossier ni une archive zip.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/entrepot.py"/>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>“{name}” is no longer published from what this plugin put there: it is left as it is.</source>
        <translation>« {name} » n’est plus publiée depuis ce que l’extension y a mis : elle est laissée telle quelle.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/choose.py"/>
        <source>“{name}” is none of the tables of the standard “{title}”.</source>
        <translation>« {name} » n’est aucune des tables du standard « {title} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/geoserver/deposit.py"/>
        <source>“{name}” is not a layer of GeoServer.</source>
        <translation>« {name} » n’est pas une couche de GeoServer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>“{name}” is not a theme of OpenStreetMap.</source>
        <translation>« {name} » n’est pas un thème d’OpenStreetMap.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/unpack.py"/>
        <source>“{name}” is not a zip archive: there is no “{member}” in it.</source>
        <translation>« {name} » n&apos;est pas une archive zip : elle ne contient pas « {member} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/loading.py"/>
        <source>“{name}” is not JSON: no schema can be read from it.</source>
        <translation>« {name} » n’est pas du JSON : aucun schéma ne peut en être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/template/build.py"/>
        <source>“{name}” is not the name of a document.</source>
        <translation>« {name} » n’est pas le nom d’un document.</translation>
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
        <location filename="../data_territoires_plugin/clip/refresh.py"/>
        <source>“{name}” is up to date, but the report of its changes can&apos;t be written.</source>
        <translation>« {name} » est à jour, mais le rapport de ses évolutions ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/kits.py"/>
        <source>“{name}” leads out of the folder.</source>
        <translation>« {name} » mène hors du dossier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/job.py"/>
        <source>“{name}” was not placed: the standard knows no piece of that name.</source>
        <translation>« {name} » n’a pas été placé : le standard ne connaît aucune pièce de ce nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/deliver/sheet.py"/>
        <source>“{name}” was not placed: there is a metadata record already.</source>
        <translation>« {name} » n’a pas été placé : il y a déjà une fiche de métadonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>“{name}” would be emptied before it is read: choose another file for the result.</source>
        <translation>« {name} » serait vidé avant d’être lu : choisissez un autre fichier pour le résultat.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/resolve.py"/>
        <source>“{name}”: no catalogue is called “{catalogue}”.</source>
        <translation>« {name} » : aucun catalogue ne s’appelle « {catalogue} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/clip/many.py"/>
        <source>“{one}” and “{other}” would be delivered under the same name.</source>
        <translation>« {one} » et « {other} » seraient livrés sous le même nom.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/personal.py"/>
        <source>“{part}” does not say what becomes of a column.</source>
        <translation>« {part} » ne dit pas ce que devient une colonne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/resolve.py"/>
        <source>“{part}” is not known after “{name}”.</source>
        <translation>« {part} » n’est pas reconnu après « {name} ».</translation>
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
        <location filename="../data_territoires_plugin/standards/deliver/placing.py"/>
        <source>“{path}” is not what is expected: a folder, or a zip to make.</source>
        <translation>« {path} » n’est pas ce qui est attendu : un dossier, ou un zip à créer.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/extract.py"/>
        <source>“{product}” has no table {names}.</source>
        <translation>« {product} » n’a pas de table {names}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/licences.py"/>
        <source>“{source}” asks that the source be named, which “{licence}” does not.</source>
        <translation>« {source} » demande que la source soit nommée, ce que « {licence} » ne fait pas.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>“{text}” can&apos;t be looked for among the territories of the kind “{kind}”.</source>
        <translation>« {text} » ne peut pas être cherché parmi les territoires du type « {kind} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/algorithm.py"/>
        <source>“{text}” is not a CRS: write it as EPSG:2154.</source>
        <translation>« {text} » n’est pas un SCR : écrivez-le comme EPSG:2154.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/record_window.py"/>
        <source>“{text}” is not a date: write it as 2026-11-22.</source>
        <translation>« {text} » n’est pas une date : écrivez-la comme 2026-11-22.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/grist.py"/>
        <source>“{text}” is not a table of Grist.</source>
        <translation>« {text} » n’est pas une table de Grist.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/resolve.py"/>
        <source>“{text}” is not a territory of the COG {edition}.</source>
        <translation>« {text} » n’est pas un territoire du COG {edition}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/network/addresses.py"/>
        <source>“{text}” is not the address of a web service.</source>
        <translation>« {text} » n’est pas l’adresse d’un service web.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/repair.py"/>
        <source>“{text}” is not the identifier of a feature.</source>
        <translation>« {text} » n’est pas l’identifiant d’un objet.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/territory/zonings.py"/>
        <source>“{text}” is the name of several territories.</source>
        <translation>« {text} » est le nom de plusieurs territoires.</translation>
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
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>“{title}” can&apos;t be clipped: {reason}.</source>
        <translation>« {title} » ne peut pas être découpée : {reason}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>“{title}” can&apos;t be fetched: the plugin is offline, and no kit holds this perimeter.</source>
        <translation>« {title} » ne peut pas être récupérée : l’extension est hors ligne, et aucun kit ne contient ce périmètre.</translation>
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
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>“{title}” is a file that the extension does not write ({format}).</source>
        <translation>« {title} » est un fichier que l’extension n’écrit pas ({format}).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>“{title}” is a link to a whole service, which does not name a layer.</source>
        <translation>« {title} » est un lien vers tout un service, qui ne nomme pas de couche.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/choice.py"/>
        <source>“{title}” is a link: its file is on another site.</source>
        <translation>« {title} » est un lien : son fichier est sur un autre site.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/udata.py"/>
        <source>“{title}” is harvested from {source}: what would be changed here would be lost.</source>
        <translation>« {title} » est moissonné depuis {source} : ce qui serait changé ici serait perdu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>“{title}” is in the kit “{kit}”, which does not hold this perimeter.</source>
        <translation>« {title} » est dans le kit « {kit} », qui ne contient pas ce périmètre.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>“{title}” is not in the kit “{kit}”, and the plugin is offline.</source>
        <translation>« {title} » n’est pas dans le kit « {kit} », et l’extension est hors ligne.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/kits.py"/>
        <source>“{title}” is not in the training kit.</source>
        <translation>« {title} » n’est pas dans le jeu de formation.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>“{title}” is not open data: {reason}</source>
        <translation>« {title} » n’est pas en accès libre : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>“{title}” is not published for the département {code}.</source>
        <translation>« {title} » n’est pas publié pour le département {code}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/entries.py"/>
        <source>“{title}” is restricted, and kept by another site: your key is not sent to {host}.</source>
        <translation>« {title} » est d’accès restreint et se trouve sur un autre site : votre clé n’est pas envoyée à {host}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/secured.py"/>
        <source>“{title}” needs a key of the Géoplateforme.</source>
        <translation>« {title} » demande une clé de la Géoplateforme.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/deposits/datagouv.py"/>
        <source>“{title}” was deleted from the site.</source>
        <translation>« {title} » a été supprimé du site.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <location filename="../data_territoires_plugin/sources/wfs_pages.py"/>
        <source>“{title}”: a page did not come whole.</source>
        <translation>« {title} » : une page n’est pas arrivée entière.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>“{title}”: an item of the STAC can&apos;t be read.</source>
        <translation>« {title} » : un élément du STAC ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/delimited.py"/>
        <source>“{title}”: no column of the file holds coordinates.</source>
        <translation>« {title} » : aucune colonne du fichier ne contient de coordonnées.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/osm.py"/>
        <source>“{title}”: no extract of OpenStreetMap is named.</source>
        <translation>« {title} » : aucun extrait d’OpenStreetMap n’est désigné.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>“{title}”: no item of the STAC around the perimeter has the asset “{name}”.</source>
        <translation>« {title} » : aucun élément du STAC autour du périmètre n’a la ressource « {name} ».</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>“{title}”: the archive is not there.</source>
        <translation>« {title} » : l’archive est absente.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>“{title}”: the départements {codes} have no edition in common.</source>
        <translation>« {title} » : les départements {codes} n’ont aucun millésime en commun.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/received.py"/>
        <source>“{title}”: the features that came lie elsewhere than where they were asked for.</source>
        <translation>« {title} » : les objets reçus sont ailleurs que là où ils ont été demandés.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <location filename="../data_territoires_plugin/sources/ogc_features.py"/>
        <source>“{title}”: the link to the next page leads to another server; it was not followed.</source>
        <translation>« {title} » : le lien vers la page suivante mène à un autre serveur ; il n’a pas été suivi.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/atom.py"/>
        <source>“{title}”: the publication {name} holds no archive.</source>
        <translation>« {title} » : la publication {name} ne contient aucune archive.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <source>“{title}”: the service answered something else than a list.</source>
        <translation>« {title} » : le service a répondu autre chose qu’une liste.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs.py"/>
        <source>“{title}”: the service gives at most {count} features at once, and there are more.</source>
        <translation>« {title} » : le service donne au plus {count} objets à la fois, et il y en a davantage.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>“{title}”: the service gives no more than {count} features of one place, and has more.</source>
        <translation>« {title} » : le service ne donne pas plus de {count} objets d’un même endroit, et il en a davantage.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/wfs_capabilities.py"/>
        <source>“{title}”: the service is not a WFS 1.0, 1.1 or 2.0.</source>
        <translation>« {title} » : le service n’est pas un WFS 1.0, 1.1 ou 2.0.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <source>“{title}”: too many requests would be needed.</source>
        <translation>« {title} » : il faudrait trop de requêtes.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <source>“{title}”: {count} features are too many for this service.</source>
        <translation>« {title} » : {count} objets, c’est trop pour ce service.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/stac.py"/>
        <source>“{title}”: {count} files would have to be fetched.</source>
        <translation>« {title} » : il faudrait récupérer {count} fichiers.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/web_files.py"/>
        <source>“{title}”: {reason}</source>
        <translation>« {title} » : {reason}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/sources/complete.py"/>
        <location filename="../data_territoires_plugin/sources/geopf_wfs.py"/>
        <location filename="../data_territoires_plugin/sources/json_api.py"/>
        <location filename="../data_territoires_plugin/sources/json_paging.py"/>
        <source>“{title}”: {received} features came, the service announced {announced}.</source>
        <translation>« {title} » : {received} objets reçus, le service en annonçait {announced}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/records/__init__.py"/>
        <source>“{type}” is not a kind of catalogue that records can be published to.</source>
        <translation>« {type} » n&apos;est pas un type de catalogue où publier des fiches.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/publish/opening.py"/>
        <source>“{type}” is not a kind of platform that can be published to.</source>
        <translation>« {type} » n’est pas un type de plateforme où l’on peut publier.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/capabilities.py"/>
        <source>“{url}” is not an address of the web.</source>
        <translation>« {url} » n’est pas une adresse du web.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>“{value}” has nearly the right name, but is not in its place.</source>
        <translation>« {value} » a presque le bon nom, mais n’est pas à sa place.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>“{value}” is among the written pieces and is not a PDF.</source>
        <translation>« {value} » est parmi les pièces écrites et n’est pas un PDF.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/bal_words.py"/>
        <source>“{value}” is not a date of the form 2026-01-31.</source>
        <translation>« {value} » n’est pas une date de la forme 2026-01-31.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/engine/document_words.py"/>
        <source>“{value}” is not a metadata record (ISO 19139): it is not read.</source>
        <translation>« {value} » n’est pas une fiche de métadonnées (ISO 19139) : le fichier n’est pas lu.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/remote/destinations.py"/>
        <source>“{value}” is not an address (https://… or {{service}}/…).</source>
        <translation>« {value} » n’est pas une adresse (https://… ou {{service}}/…).</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/standards/mapping/file.py"/>
        <location filename="../data_territoires_plugin/standards/reading.py"/>
        <source>“{value}” is not one of: {known}.</source>
        <translation>« {value} » ne figure pas parmi : {known}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/catalogue/checks.py"/>
        <source>“{value}” is not written as expected, for example {example}.</source>
        <translation>« {value} » n&apos;est pas écrit comme attendu, par exemple {example}.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/gui/publication_plan.py"/>
        <source>… and {count} other notes.</source>
        <translation>… et {count} autres remarques.</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>− {id} ({title}): {layer}</source>
        <translation>− {id} ({title}) : {layer}</translation>
    </message>
    <message>
        <location filename="../data_territoires_plugin/processing/updatecatalogue.py"/>
        <source>≠ {id} ({title}): was {before}; becomes {after}</source>
        <translation>≠ {id} ({title}) : était {before} ; devient {after}</translation>
    </message>
</context>
</TS>
