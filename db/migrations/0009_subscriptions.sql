CREATE TABLE "card_changes" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"holder_name" text NOT NULL,
	"last4" text NOT NULL,
	"billing_email" text NOT NULL,
	"holder_user_id" uuid,
	"requested_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"sent_to" text,
	"token_hash" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "card_changes_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "card_changes_last4_is_four_digits" CHECK ("card_changes"."last4" ~ '^[0-9]{4}$'),
	CONSTRAINT "card_changes_name_is_no_number" CHECK (regexp_replace("card_changes"."holder_name", '[^0-9]', '', 'g') !~ '[0-9]{12}')
);
--> statement-breakpoint
CREATE TABLE "invoice_lines" (
	"account_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"from_on" date NOT NULL,
	"days" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "invoice_lines_pkey" PRIMARY KEY("account_id","invoice_id","n"),
	CONSTRAINT "invoice_lines_charge_days_of_their_period" CHECK ("invoice_lines"."from_on" >= "invoice_lines"."period_start" and "invoice_lines"."from_on" < "invoice_lines"."period_end" and "invoice_lines"."days" = "invoice_lines"."period_end" - "invoice_lines"."from_on" and "invoice_lines"."quantity" > 0 and "invoice_lines"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" text NOT NULL,
	"paid_at" timestamp with time zone,
	"card_holder_name" text,
	"card_last4" text,
	"billing_email" text,
	CONSTRAINT "invoices_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "invoices_kind_is_known" CHECK ("invoices"."kind" in ('period', 'seats')),
	CONSTRAINT "invoices_amount_is_owed" CHECK ("invoices"."amount" >= 0),
	CONSTRAINT "invoices_paid_is_known" CHECK (("invoices"."status" = 'paid') = ("invoices"."paid_at" is not null) and "invoices"."status" in ('open', 'paid')),
	CONSTRAINT "invoices_card_last4_is_four_digits" CHECK ("invoices"."card_last4" ~ '^[0-9]{4}$')
);
--> statement-breakpoint
CREATE TABLE "seat_schedules" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"from_total" integer NOT NULL,
	"to_total" integer NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"replaces_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"ended_by" uuid,
	CONSTRAINT "seat_schedules_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "seat_schedules_reduce" CHECK ("seat_schedules"."to_total" between 0 and "seat_schedules"."from_total" - 1),
	CONSTRAINT "seat_schedules_end_has_an_outcome" CHECK (("seat_schedules"."ended_at" is null) = ("seat_schedules"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "seats_used_by_day" (
	"account_id" uuid NOT NULL,
	"on" date NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "seats_used_by_day_pkey" PRIMARY KEY("account_id","on")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"plan" text NOT NULL,
	"interval" text NOT NULL,
	"currency" text NOT NULL,
	"unit_price" bigint NOT NULL,
	"minimum_seats" integer NOT NULL,
	"status" text NOT NULL,
	"anchor_on" date NOT NULL,
	"period" integer DEFAULT 0 NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"renews_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	"past_due_since" timestamp with time zone,
	"read_only_at" timestamp with time zone,
	CONSTRAINT "subscriptions_interval_is_known" CHECK ("subscriptions"."interval" in ('month', 'year')),
	CONSTRAINT "subscriptions_currency_is_a_code" CHECK ("subscriptions"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "subscriptions_terms_are_counts" CHECK ("subscriptions"."unit_price" >= 0 and "subscriptions"."minimum_seats" >= 1),
	CONSTRAINT "subscriptions_status_is_known" CHECK ("subscriptions"."status" in ('trial', 'active', 'past_due', 'ended')),
	CONSTRAINT "subscriptions_past_due_since_is_known" CHECK (("subscriptions"."status" = 'past_due') = ("subscriptions"."past_due_since" is not null)),
	CONSTRAINT "subscriptions_read_only_is_owed_or_ended" CHECK (("subscriptions"."status" in ('past_due', 'ended')) = ("subscriptions"."read_only_at" is not null)),
	CONSTRAINT "subscriptions_period_has_days" CHECK ("subscriptions"."period_end" > "subscriptions"."period_start")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "owners_keep_seats" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD COLUMN "number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD COLUMN "kind" text;--> statement-breakpoint
-- The ledger is append-only for everybody, but for this one time.
ALTER TABLE "seat_changes" DISABLE TRIGGER "seat_changes_are_append_only";--> statement-breakpoint
UPDATE "seat_changes" s SET "number" = n."number",
  "kind" = case when n."number" = 1 and s."from_total" = 0 then 'opened'
    when s."to_total" > s."from_total" then 'added'
    when s."to_total" < s."from_total" then 'reduced' else 'kept' end
  FROM (SELECT "account_id", "id",
    row_number() over (partition by "account_id" order by "at", "id") as "number"
    FROM "seat_changes") n
  WHERE s."account_id" = n."account_id" AND s."id" = n."id";--> statement-breakpoint
ALTER TABLE "seat_changes" ENABLE TRIGGER "seat_changes_are_append_only";--> statement-breakpoint
ALTER TABLE "seat_changes" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD COLUMN "schedule_id" uuid;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "card_changes" ADD CONSTRAINT "card_changes_holder_same_account" FOREIGN KEY ("account_id","holder_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_changes" ADD CONSTRAINT "card_changes_requested_by_same_account" FOREIGN KEY ("account_id","requested_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_changes" ADD CONSTRAINT "card_changes_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_same_account" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_schedules" ADD CONSTRAINT "seat_schedules_by_same_account" FOREIGN KEY ("account_id","created_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_schedules" ADD CONSTRAINT "seat_schedules_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_schedules" ADD CONSTRAINT "seat_schedules_replaces_same_account" FOREIGN KEY ("account_id","replaces_id") REFERENCES "public"."seat_schedules"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats_used_by_day" ADD CONSTRAINT "seats_used_by_day_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_cancelled_by_same_account" FOREIGN KEY ("account_id","cancelled_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "card_changes_one_open" ON "card_changes" USING btree ("account_id") WHERE "card_changes"."done_at" is null and "card_changes"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "card_changes_token_is_unique" ON "card_changes" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE INDEX "invoice_lines_by_period" ON "invoice_lines" USING btree ("account_id","period_start");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_are_numbered" ON "invoices" USING btree ("account_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_schedules_one_open" ON "seat_schedules" USING btree ("account_id") WHERE "seat_schedules"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "subscriptions_by_renewal" ON "subscriptions" USING btree ("renews_at") WHERE "subscriptions"."status" <> 'ended';--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_schedule_same_account" FOREIGN KEY ("account_id","schedule_id") REFERENCES "public"."seat_schedules"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_invoice_same_account" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "seat_changes_are_numbered" ON "seat_changes" USING btree ("account_id","number");--> statement-breakpoint
ALTER TABLE "seat_changes" ADD CONSTRAINT "seat_changes_kind_fits" CHECK (case "seat_changes"."kind" when 'opened' then "seat_changes"."from_total" = 0 when 'added' then "seat_changes"."to_total" > "seat_changes"."from_total" when 'kept' then "seat_changes"."to_total" = "seat_changes"."from_total" when 'reduced' then "seat_changes"."to_total" < "seat_changes"."from_total" else "seat_changes"."kind" in ('scheduled', 'replaced', 'cancelled') and "seat_changes"."schedule_id" is not null end);