"""Roles: who is agent, target, participant or mediator of a happening."""
