"""Who is who: records of all forms joined into persons, each link with its rule, score and reason."""

from fournets.reconciling.linking.steps import link as link
