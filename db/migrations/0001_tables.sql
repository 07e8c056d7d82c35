CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"seats_total" integer DEFAULT 0 NOT NULL,
	"seats_used" integer DEFAULT 0 NOT NULL,
	"active_owners" integer DEFAULT 0 NOT NULL,
	"card_holder_name" text,
	"card_last4" text,
	"billing_email" text,
	"card_holder_user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_seats_fit" CHECK ("accounts"."seats_used" between 0 and "accounts"."seats_total"),
	CONSTRAINT "accounts_owners_counted" CHECK ("accounts"."active_owners" >= 0),
	CONSTRAINT "accounts_card_last4_is_four_digits" CHECK ("accounts"."card_last4" ~ '^[0-9]{4}$')
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"user_id" uuid,
	"user_name" text,
	"request_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_events_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "audit_events_request_once" UNIQUE("account_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "book_moves" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"book_id" uuid NOT NULL,
	"transfer_id" uuid,
	"from_user_id" uuid NOT NULL,
	"to_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "book_moves_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "books" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"assignee_id" uuid NOT NULL,
	"name" text,
	"is_main" boolean DEFAULT false NOT NULL,
	"carved_from_id" uuid,
	"transfer_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "books_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"book_id" uuid NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"name" text GENERATED ALWAYS AS (coalesce(nullif(btrim("contacts"."first_name" || ' ' || "contacts"."last_name"), ''), nullif("contacts"."company", ''), nullif("contacts"."email", ''), "contacts"."phone")) STORED NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"mobile" text DEFAULT '' NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"state" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"deleted_at" timestamp with time zone,
	"name_key" text GENERATED ALWAYS AS (handover_fold(coalesce(nullif(btrim("contacts"."first_name" || ' ' || "contacts"."last_name"), ''), nullif("contacts"."company", ''), nullif("contacts"."email", ''), "contacts"."phone"))) STORED NOT NULL,
	"search_text" text GENERATED ALWAYS AS (handover_fold("contacts"."first_name" || ' ' || "contacts"."last_name" || ' ' || "contacts"."company" || ' ' || "contacts"."email" || ' ' || "contacts"."phone" || ' ' || "contacts"."mobile" || ' ' || regexp_replace("contacts"."phone", '[^0-9]', '', 'g') || ' ' || regexp_replace("contacts"."mobile", '[^0-9]', '', 'g'))) STORED NOT NULL,
	CONSTRAINT "contacts_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "contacts_have_a_name" CHECK ("contacts"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "history_entries" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"contact_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "history_entries_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "history_entries_kind_is_known" CHECK ("history_entries"."kind" in ('note', 'call', 'email', 'meeting'))
);
--> statement-breakpoint
CREATE TABLE "password_links" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "password_links_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "seat_changes" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"effective_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_total" integer NOT NULL,
	"to_total" integer NOT NULL,
	"by_user_id" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "seat_changes_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "seat_changes_totals_are_counts" CHECK ("seat_changes"."from_total" >= 0 and "seat_changes"."to_total" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"ended_by" uuid,
	"device" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "sessions_end_has_a_reason" CHECK (("sessions"."ended_at" is null) = ("sessions"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "throttle_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by_user_id" uuid,
	"from_user_id" uuid,
	"undoes_id" uuid,
	"contacts" integer NOT NULL,
	CONSTRAINT "transfers_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "transfers_undone_once" UNIQUE("account_id","undoes_id"),
	CONSTRAINT "transfers_undo_names_what" CHECK (("transfers"."kind" = 'undo') = ("transfers"."undoes_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"name" text GENERATED ALWAYS AS (btrim("users"."first_name" || ' ' || "users"."last_name")) STORED NOT NULL,
	"email" text,
	"former_email" text,
	"role" text DEFAULT 'user' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"is_owner" boolean DEFAULT false NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"inactivated_at" timestamp with time zone,
	"inactivated_by" uuid,
	"inactivation_reason" text,
	"last_sign_in_at" timestamp with time zone,
	"name_key" text GENERATED ALWAYS AS (handover_fold("users"."first_name" || ' ' || "users"."last_name")) STORED NOT NULL,
	"search_text" text GENERATED ALWAYS AS (handover_fold("users"."first_name" || ' ' || "users"."last_name" || ' ' || coalesce("users"."email", '') || ' ' || coalesce("users"."former_email", ''))) STORED NOT NULL,
	CONSTRAINT "users_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "users_role_is_known" CHECK ("users"."role" in ('admin', 'user')),
	CONSTRAINT "users_status_is_known" CHECK ("users"."status" in ('active', 'inactive')),
	CONSTRAINT "users_owner_is_active" CHECK (not "users"."is_owner" or "users"."status" = 'active'),
	CONSTRAINT "users_owner_is_admin" CHECK (not "users"."is_owner" or "users"."role" = 'admin'),
	CONSTRAINT "users_inactive_since_is_known" CHECK (("users"."status" = 'inactive') = ("users"."inactivated_at" is not null)),
	CONSTRAINT "users_have_a_name" CHECK (btrim("users"."first_name" || "users"."last_name") <> ''),
	CONSTRAINT "users_email_is_known" CHECK ("users"."email" is not null or ("users"."status" = 'inactive' and "users"."former_email" is not null)),
	CONSTRAINT "users_email_looks_like_one" CHECK ("users"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length("users"."email") <= 320)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_card_holder_is_a_user" FOREIGN KEY ("id","card_holder_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_moves" ADD CONSTRAINT "book_moves_book_same_account" FOREIGN KEY ("account_id","book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_moves" ADD CONSTRAINT "book_moves_transfer_same_account" FOREIGN KEY ("account_id","transfer_id") REFERENCES "public"."transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_moves" ADD CONSTRAINT "book_moves_from_same_account" FOREIGN KEY ("account_id","from_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "book_moves" ADD CONSTRAINT "book_moves_to_same_account" FOREIGN KEY ("account_id","to_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books" ADD CONSTRAINT "books_assignee_same_account" FOREIGN KEY ("account_id","assignee_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books" ADD CONSTRAINT "books_carved_from_same_account" FOREIGN KEY ("account_id","carved_from_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books" ADD CONSTRAINT "books_transfer_same_account" FOREIGN KEY ("account_id","transfer_id") REFERENCES "public"."transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_book_same_account" FOREIGN KEY ("account_id","book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_created_by_same_account" FOREIGN KEY ("account_id","created_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_entries" ADD CONSTRAINT "history_entries_contact_same_account" FOREIGN KEY ("account_id","contact_id") REFERENCES "public"."contacts"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_entries" ADD CONSTRAINT "history_entries_author_same_account" FOREIGN KEY ("account_id","author_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_by_same_account" FOREIGN KEY ("account_id","by_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_by_same_account" FOREIGN KEY ("account_id","by_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_same_account" FOREIGN KEY ("account_id","from_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_undoes_same_account" FOREIGN KEY ("account_id","undoes_id") REFERENCES "public"."transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_created_by_same_account" FOREIGN KEY ("account_id","created_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_inactivated_by_same_account" FOREIGN KEY ("account_id","inactivated_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_by_user" ON "audit_events" USING btree ("account_id","user_id","id");--> statement-breakpoint
CREATE INDEX "book_moves_by_book" ON "book_moves" USING btree ("account_id","book_id","id");--> statement-breakpoint
CREATE INDEX "book_moves_by_transfer" ON "book_moves" USING btree ("account_id","transfer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "books_one_main_per_user" ON "books" USING btree ("account_id","assignee_id") WHERE "books"."is_main";--> statement-breakpoint
CREATE INDEX "books_by_assignee" ON "books" USING btree ("account_id","assignee_id");--> statement-breakpoint
CREATE INDEX "books_by_transfer" ON "books" USING btree ("account_id","transfer_id");--> statement-breakpoint
CREATE INDEX "books_carved_from" ON "books" USING btree ("account_id","carved_from_id");--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("account_id","name_key","id");--> statement-breakpoint
CREATE INDEX "contacts_by_book" ON "contacts" USING btree ("account_id","book_id","name_key","id");--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("account_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "history_entries_by_contact" ON "history_entries" USING btree ("account_id","contact_id","at","id");--> statement-breakpoint
CREATE INDEX "history_entries_by_author" ON "history_entries" USING btree ("account_id","author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "password_links_token_is_unique" ON "password_links" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE INDEX "password_links_by_user" ON "password_links" USING btree ("account_id","user_id");--> statement-breakpoint
CREATE INDEX "sessions_open" ON "sessions" USING btree ("account_id","user_id") WHERE "sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "transfers_by_leaver" ON "transfers" USING btree ("account_id","from_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_is_unique" ON "users" USING btree ("account_id",lower("email"));--> statement-breakpoint
CREATE INDEX "users_by_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ("account_id","name_key","id");--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin ("account_id","search_text" gin_trgm_ops);