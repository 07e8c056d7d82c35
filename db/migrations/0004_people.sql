CREATE TABLE "email_changes" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"from_email" text NOT NULL,
	"to_email" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token_hash" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"needs_agreement" boolean NOT NULL,
	"agreement_hash" text NOT NULL,
	"agreed_at" timestamp with time zone,
	"agreed_by" uuid,
	"done_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "email_changes_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "scheduled_inactivations" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"plan" jsonb NOT NULL,
	"scheduled_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text,
	"ended_by" uuid,
	"refusal" text,
	CONSTRAINT "scheduled_inactivations_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "scheduled_inactivations_end_has_an_outcome" CHECK (("scheduled_inactivations"."ended_at" is null) = ("scheduled_inactivations"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "second_steps" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_period" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "second_steps_pkey" PRIMARY KEY("account_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "admins_need_second_step" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "password_links" ADD COLUMN "purpose" text DEFAULT 'invitation' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "default_successor_id" uuid;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "known_first_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "known_last_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "known_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_requested_by_same_account" FOREIGN KEY ("account_id","requested_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_agreed_by_same_account" FOREIGN KEY ("account_id","agreed_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_inactivations" ADD CONSTRAINT "scheduled_inactivations_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_inactivations" ADD CONSTRAINT "scheduled_inactivations_by_same_account" FOREIGN KEY ("account_id","scheduled_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_inactivations" ADD CONSTRAINT "scheduled_inactivations_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_steps" ADD CONSTRAINT "second_steps_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_one_open_per_user" ON "email_changes" USING btree ("account_id","user_id") WHERE "email_changes"."done_at" is null and "email_changes"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_token_is_unique" ON "email_changes" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_agreement_is_unique" ON "email_changes" USING btree ("account_id","agreement_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_inactivations_one_open_per_user" ON "scheduled_inactivations" USING btree ("account_id","user_id") WHERE "scheduled_inactivations"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_are_unique" ON "recovery_codes" USING btree ("account_id","user_id","code_hash");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_default_successor_same_account" FOREIGN KEY ("account_id","default_successor_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_purpose_is_known" CHECK ("password_links"."purpose" in ('invitation', 'reset'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_default_successor_is_another" CHECK ("users"."default_successor_id" <> "users"."id");