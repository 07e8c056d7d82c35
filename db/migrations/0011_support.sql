CREATE TABLE "owner_request_letters" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" uuid,
	"address" text,
	"told_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "owner_request_letters_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "owner_request_letters_go_somewhere" CHECK (("owner_request_letters"."user_id" is null) <> ("owner_request_letters"."address" is null)),
	CONSTRAINT "owner_request_letters_answered_when" CHECK (("owner_request_letters"."answer" is null) = ("owner_request_letters"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "owner_request_notes" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"request_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"agent_id" uuid NOT NULL,
	"body" text NOT NULL,
	"form_id" uuid NOT NULL,
	CONSTRAINT "owner_request_notes_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "owner_request_notes_say_something" CHECK (btrim("owner_request_notes"."body") <> '')
);
--> statement-breakpoint
CREATE TABLE "owner_requests" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "owner_requests_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1),
	"kind" text NOT NULL,
	"user_id" uuid,
	"successor_id" uuid,
	"capacity" text NOT NULL,
	"requested_by" uuid,
	"requested_by_name" text NOT NULL,
	"opened_by" uuid,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"waits_until" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stated_holder" text,
	"stated_last4" text,
	"callback_number" text,
	"called_back_at" timestamp with time zone,
	"called_back_by" uuid,
	"confirm_asked_at" timestamp with time zone,
	"confirm_id" uuid,
	"confirm_sent_to" text,
	"confirmed_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"objected_by_name" text,
	"objection" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	"assigned_to" uuid,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"lapse" text,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"ended_by_agent" uuid,
	"ended_by_user" uuid,
	"end_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "owner_requests_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "owner_requests_successor_is_another" CHECK ("owner_requests"."successor_id" <> "owner_requests"."user_id"),
	CONSTRAINT "owner_requests_are_complete" CHECK (case "owner_requests"."kind"
        when 'removal' then "owner_requests"."user_id" is not null and "owner_requests"."capacity" in ('admin', 'card_holder')
        when 'rescue' then "owner_requests"."user_id" is null and "owner_requests"."successor_id" is not null
          and "owner_requests"."capacity" = 'lead' and "owner_requests"."opened_by" is not null
        else false end),
	CONSTRAINT "owner_requests_asked_by_somebody" CHECK ("owner_requests"."capacity" <> 'admin' or "owner_requests"."requested_by" is not null),
	CONSTRAINT "owner_requests_have_a_reason" CHECK (btrim("owner_requests"."reason") <> ''),
	CONSTRAINT "owner_requests_verified_by_somebody" CHECK (("owner_requests"."verified_at" is null) = ("owner_requests"."verified_by" is null)),
	CONSTRAINT "owner_requests_end_has_an_outcome" CHECK (("owner_requests"."ended_at" is null) = ("owner_requests"."outcome" is null)),
	CONSTRAINT "owner_requests_outcome_is_known" CHECK ("owner_requests"."outcome" in ('carried_out', 'refused', 'withdrawn', 'expired')),
	CONSTRAINT "owner_requests_four_eyes" CHECK ("owner_requests"."kind" <> 'removal' or "owner_requests"."outcome" is distinct from 'carried_out'
        or coalesce("owner_requests"."verified_by" <> "owner_requests"."ended_by_agent", false))
);
--> statement-breakpoint
CREATE TABLE "support_agents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"name" text GENERATED ALWAYS AS (btrim("support_agents"."first_name" || ' ' || "support_agents"."last_name")) STORED NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"password_hash" text,
	"second_step_secret" text,
	"second_step_last_period" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"inactivated_at" timestamp with time zone,
	"inactivated_by" uuid,
	"last_sign_in_at" timestamp with time zone,
	CONSTRAINT "support_agents_role_is_known" CHECK ("support_agents"."role" in ('agent', 'technical', 'lead')),
	CONSTRAINT "support_agents_status_is_known" CHECK ("support_agents"."status" in ('active', 'inactive')),
	CONSTRAINT "support_agents_inactive_since_is_known" CHECK (("support_agents"."status" = 'inactive') = ("support_agents"."inactivated_at" is not null)),
	CONSTRAINT "support_agents_have_a_name" CHECK (btrim("support_agents"."first_name" || "support_agents"."last_name") <> ''),
	CONSTRAINT "support_agents_email_looks_like_one" CHECK ("support_agents"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length("support_agents"."email") <= 320)
);
--> statement-breakpoint
CREATE TABLE "support_links" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agent_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "support_sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agent_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"device" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	CONSTRAINT "support_sessions_end_has_a_reason" CHECK (("support_sessions"."ended_at" is null) = ("support_sessions"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "support_team" (
	"is_the_one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"active_leads" integer DEFAULT 0 NOT NULL,
	"owner_request_hours" integer DEFAULT 24 NOT NULL,
	CONSTRAINT "support_team_is_one_row" CHECK ("support_team"."is_the_one"),
	CONSTRAINT "support_team_leads_counted" CHECK ("support_team"."active_leads" >= 0),
	CONSTRAINT "support_team_waits_two_weeks_at_most" CHECK ("support_team"."owner_request_hours" between 0 and 336)
);
--> statement-breakpoint
CREATE TABLE "support_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kind" text NOT NULL,
	"agent_id" uuid,
	"agent_name" text NOT NULL,
	"account_id" uuid,
	"account_name" text,
	"request_number" text,
	"form_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "support_looks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"request_id" uuid,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "search_text" text GENERATED ALWAYS AS (handover_fold("accounts"."name")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "owner_request_letters" ADD CONSTRAINT "owner_request_letters_request_same_account" FOREIGN KEY ("account_id","request_id") REFERENCES "public"."owner_requests"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_request_letters" ADD CONSTRAINT "owner_request_letters_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_request_notes" ADD CONSTRAINT "owner_request_notes_agent_id_support_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_request_notes" ADD CONSTRAINT "owner_request_notes_request_same_account" FOREIGN KEY ("account_id","request_id") REFERENCES "public"."owner_requests"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_opened_by_support_agents_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_called_back_by_support_agents_id_fk" FOREIGN KEY ("called_back_by") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_decided_by_support_agents_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_assigned_to_support_agents_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_verified_by_support_agents_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_ended_by_agent_support_agents_id_fk" FOREIGN KEY ("ended_by_agent") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_successor_same_account" FOREIGN KEY ("account_id","successor_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_requested_by_same_account" FOREIGN KEY ("account_id","requested_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_requests" ADD CONSTRAINT "owner_requests_ended_by_same_account" FOREIGN KEY ("account_id","ended_by_user") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_agents" ADD CONSTRAINT "support_agents_created_by_support_agents_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_agents" ADD CONSTRAINT "support_agents_inactivated_by_support_agents_id_fk" FOREIGN KEY ("inactivated_by") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_links" ADD CONSTRAINT "support_links_agent_id_support_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_sessions" ADD CONSTRAINT "support_sessions_agent_id_support_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_events" ADD CONSTRAINT "support_events_agent_id_support_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_events" ADD CONSTRAINT "support_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_looks" ADD CONSTRAINT "support_looks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_looks" ADD CONSTRAINT "support_looks_session_id_support_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."support_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_looks" ADD CONSTRAINT "support_looks_agent_id_support_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."support_agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "owner_request_letters_once" ON "owner_request_letters" USING btree ("account_id","request_id","user_id","told_at") WHERE "owner_request_letters"."user_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "owner_request_notes_form_once" ON "owner_request_notes" USING btree ("account_id","form_id");--> statement-breakpoint
CREATE INDEX "owner_request_notes_of_request" ON "owner_request_notes" USING btree ("account_id","request_id","at");--> statement-breakpoint
CREATE INDEX "owner_requests_by_number" ON "owner_requests" USING btree ("number");--> statement-breakpoint
CREATE INDEX "owner_requests_open" ON "owner_requests" USING btree ("created_at") WHERE "owner_requests"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "owner_requests_ended" ON "owner_requests" USING btree ("ended_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "owner_requests_one_open_per_user" ON "owner_requests" USING btree ("account_id","user_id") WHERE "owner_requests"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "owner_requests_one_open_rescue" ON "owner_requests" USING btree ("account_id") WHERE "owner_requests"."ended_at" is null and "owner_requests"."kind" = 'rescue';--> statement-breakpoint
CREATE UNIQUE INDEX "support_agents_email_is_unique" ON "support_agents" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "support_links_token_is_unique" ON "support_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "support_links_of_agent" ON "support_links" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "support_sessions_open" ON "support_sessions" USING btree ("agent_id") WHERE "support_sessions"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "support_events_form_once" ON "support_events" USING btree ("form_id");--> statement-breakpoint
CREATE INDEX "support_events_by_time" ON "support_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "support_events_by_agent" ON "support_events" USING btree ("agent_id","at","id");--> statement-breakpoint
CREATE INDEX "support_events_by_account" ON "support_events" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "support_looks_of_session" ON "support_looks" USING btree ("session_id","account_id");--> statement-breakpoint
CREATE INDEX "accounts_search" ON "accounts" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "accounts_by_card" ON "accounts" USING btree ("card_last4");