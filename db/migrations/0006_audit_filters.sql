DROP INDEX "audit_events_by_user";--> statement-breakpoint
CREATE INDEX "audit_events_by_kind" ON "audit_events" USING btree ("account_id","kind","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_actor" ON "audit_events" USING btree ("account_id","actor_id","at","id","kind");--> statement-breakpoint
CREATE INDEX "audit_events_by_user" ON "audit_events" USING btree ("account_id","user_id","at","id","kind");