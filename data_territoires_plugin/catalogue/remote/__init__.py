"""The catalogues of the country, searched: data.gouv.fr, transport.data.gouv.fr, the regional platforms."""
