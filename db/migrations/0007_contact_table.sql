CREATE TABLE "contact_counts" (
	"account_id" uuid NOT NULL,
	"book_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"contacts" integer NOT NULL,
	CONSTRAINT "contact_counts_pkey" PRIMARY KEY("account_id","book_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_moves" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"contact_id" uuid NOT NULL,
	"transfer_id" uuid,
	"from_book_id" uuid NOT NULL,
	"to_book_id" uuid NOT NULL,
	"from_user_id" uuid NOT NULL,
	"to_user_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "contact_moves_pkey" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_views" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"columns" text[] NOT NULL,
	"density" text NOT NULL,
	CONSTRAINT "contact_views_pkey" PRIMARY KEY("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "import_chunks" (
	"account_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_chunks_pkey" PRIMARY KEY("account_id","import_id","n")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"account_id" uuid NOT NULL,
	"header" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_by" uuid NOT NULL,
	CONSTRAINT "import_mappings_pkey" PRIMARY KEY("account_id","header")
);
--> statement-breakpoint
CREATE TABLE "import_problems" (
	"account_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"record" integer NOT NULL,
	"line" integer NOT NULL,
	"is_taken_in" boolean NOT NULL,
	"reason" text NOT NULL,
	"cells" text[] NOT NULL,
	CONSTRAINT "import_problems_pkey" PRIMARY KEY("account_id","import_id","record")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'uploading' NOT NULL,
	"facts" jsonb,
	"choices" jsonb,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"records_done" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"refusal" jsonb,
	CONSTRAINT "imports_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "imports_end_with_a_state" CHECK (("imports"."ended_at" is null) = ("imports"."state" in ('uploading', 'uploaded', 'running'))),
	CONSTRAINT "imports_state_is_known" CHECK ("imports"."state" in ('uploading', 'uploaded', 'running', 'done', 'cancelled', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "planned_transfers" (
	"account_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"by_user_id" uuid NOT NULL,
	"from_user_id" uuid,
	"requested_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"selection" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"state" text DEFAULT 'counting' NOT NULL,
	"total" integer,
	"carved" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"refusal" jsonb,
	CONSTRAINT "planned_transfers_pkey" PRIMARY KEY("account_id","id"),
	CONSTRAINT "planned_transfers_end_with_a_state" CHECK (("planned_transfers"."ended_at" is null) = ("planned_transfers"."state" in ('counting', 'carving'))),
	CONSTRAINT "planned_transfers_state_is_known" CHECK ("planned_transfers"."state" in ('counting', 'carving', 'done', 'cancelled', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "transfer_batches" (
	"account_id" uuid NOT NULL,
	"transfer_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"piece" integer NOT NULL,
	"from_book_id" uuid NOT NULL,
	"contact_ids" uuid[] NOT NULL,
	CONSTRAINT "transfer_batches_pkey" PRIMARY KEY("account_id","transfer_id","n")
);
--> statement-breakpoint
CREATE TABLE "transfer_pieces" (
	"account_id" uuid NOT NULL,
	"transfer_id" uuid NOT NULL,
	"piece" integer NOT NULL,
	"from_book_id" uuid NOT NULL,
	"book_id" uuid NOT NULL,
	CONSTRAINT "transfer_pieces_pkey" PRIMARY KEY("account_id","transfer_id","piece","from_book_id")
);
--> statement-breakpoint
ALTER TABLE "book_moves" ALTER COLUMN "at" SET DEFAULT clock_timestamp();--> statement-breakpoint
ALTER TABLE "books" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();--> statement-breakpoint
-- One statement, so that the table is written anew once.
ALTER TABLE "contacts"
  ADD COLUMN "job_title" text DEFAULT '' NOT NULL,
  ADD COLUMN "country" text DEFAULT '' NOT NULL,
  ADD COLUMN "notes" text DEFAULT '' NOT NULL,
  ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  ADD COLUMN "updated_by" uuid,
  ADD COLUMN "last_activity_at" timestamp with time zone DEFAULT now() NOT NULL,
  ADD COLUMN "merged_into_id" uuid,
  ADD COLUMN "transfer_id" uuid,
  ADD COLUMN "company_key" text GENERATED ALWAYS AS (handover_fold("contacts"."company")) STORED NOT NULL,
  ADD COLUMN "email_key" text GENERATED ALWAYS AS (lower(btrim("contacts"."email"))) STORED NOT NULL,
  ADD COLUMN "phone_key" text GENERATED ALWAYS AS (regexp_replace("contacts"."phone", '[^0-9]', '', 'g')) STORED NOT NULL,
  ADD COLUMN "phone_end" text GENERATED ALWAYS AS (right(regexp_replace("contacts"."phone", '[^0-9]', '', 'g'), 9)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_counts" ADD CONSTRAINT "contact_counts_book_same_account" FOREIGN KEY ("account_id","book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_moves" ADD CONSTRAINT "contact_moves_contact_same_account" FOREIGN KEY ("account_id","contact_id") REFERENCES "public"."contacts"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_moves" ADD CONSTRAINT "contact_moves_transfer_same_account" FOREIGN KEY ("account_id","transfer_id") REFERENCES "public"."transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_moves" ADD CONSTRAINT "contact_moves_from_book_same_account" FOREIGN KEY ("account_id","from_book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_moves" ADD CONSTRAINT "contact_moves_to_book_same_account" FOREIGN KEY ("account_id","to_book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_moves" ADD CONSTRAINT "contact_moves_from_same_account" FOREIGN KEY ("account_id","from_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_moves" ADD CONSTRAINT "contact_moves_to_same_account" FOREIGN KEY ("account_id","to_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_views" ADD CONSTRAINT "contact_views_user_same_account" FOREIGN KEY ("account_id","user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_import_same_account" FOREIGN KEY ("account_id","import_id") REFERENCES "public"."imports"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_by_same_account" FOREIGN KEY ("account_id","used_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_problems" ADD CONSTRAINT "import_problems_import_same_account" FOREIGN KEY ("account_id","import_id") REFERENCES "public"."imports"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_by_same_account" FOREIGN KEY ("account_id","by_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_transfers" ADD CONSTRAINT "planned_transfers_by_same_account" FOREIGN KEY ("account_id","by_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_transfers" ADD CONSTRAINT "planned_transfers_from_same_account" FOREIGN KEY ("account_id","from_user_id") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_transfers" ADD CONSTRAINT "planned_transfers_ended_by_same_account" FOREIGN KEY ("account_id","ended_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_batches" ADD CONSTRAINT "transfer_batches_transfer_same_account" FOREIGN KEY ("account_id","transfer_id") REFERENCES "public"."planned_transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_batches" ADD CONSTRAINT "transfer_batches_book_same_account" FOREIGN KEY ("account_id","from_book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_pieces" ADD CONSTRAINT "transfer_pieces_transfer_same_account" FOREIGN KEY ("account_id","transfer_id") REFERENCES "public"."planned_transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_pieces" ADD CONSTRAINT "transfer_pieces_from_book_same_account" FOREIGN KEY ("account_id","from_book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_pieces" ADD CONSTRAINT "transfer_pieces_book_same_account" FOREIGN KEY ("account_id","book_id") REFERENCES "public"."books"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_moves_by_contact" ON "contact_moves" USING btree ("account_id","contact_id","id");--> statement-breakpoint
CREATE INDEX "contact_moves_by_transfer" ON "contact_moves" USING btree ("account_id","transfer_id");--> statement-breakpoint
CREATE INDEX "imports_by_time" ON "imports" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "planned_transfers_open" ON "planned_transfers" USING btree ("account_id","requested_at") WHERE "planned_transfers"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_updated_by_same_account" FOREIGN KEY ("account_id","updated_by") REFERENCES "public"."users"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_into_same_account" FOREIGN KEY ("account_id","merged_into_id") REFERENCES "public"."contacts"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_transfer_same_account" FOREIGN KEY ("account_id","transfer_id") REFERENCES "public"."transfers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_by_company" ON "contacts" USING btree ("account_id",("company_key" = ''),"company_key","id");--> statement-breakpoint
CREATE INDEX "contacts_by_email" ON "contacts" USING btree ("account_id",("email_key" = ''),"email_key","id");--> statement-breakpoint
CREATE INDEX "contacts_by_phone" ON "contacts" USING btree ("account_id",("phone_key" = ''),"phone_key","id");--> statement-breakpoint
CREATE INDEX "contacts_by_phone_end" ON "contacts" USING btree ("account_id","phone_end","id") WHERE "contacts"."phone_end" <> '';--> statement-breakpoint
CREATE INDEX "contacts_by_activity" ON "contacts" USING btree ("account_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "contacts_deleted" ON "contacts" USING btree ("account_id","deleted_at","id") WHERE "contacts"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "contacts_merged" ON "contacts" USING btree ("account_id","merged_into_id") WHERE "contacts"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_are_deleted" CHECK ("contacts"."merged_into_id" is null or ("contacts"."deleted_at" is not null and "contacts"."merged_into_id" <> "contacts"."id"));