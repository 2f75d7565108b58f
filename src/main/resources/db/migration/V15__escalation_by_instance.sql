-- Every measure, and every escalation that ends by itself, begins at its process instance.
create index escalation_instance on escalation (instance_id);
