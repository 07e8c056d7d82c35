DROP INDEX "books_by_transfer";--> statement-breakpoint
DROP INDEX "transfers_by_leaver";--> statement-breakpoint
CREATE INDEX "audit_events_by_time" ON "audit_events" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "throttle_counters_by_end" ON "throttle_counters" USING btree ("window_ends_at");