CREATE TABLE "account_deletion" (
	"user_id" text PRIMARY KEY NOT NULL,
	"after" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departed" (
	"org_id" text NOT NULL,
	"user_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "departed_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "group_grant" (
	"org_id" text NOT NULL,
	"user_id" text NOT NULL,
	"group_role_id" text NOT NULL,
	CONSTRAINT "group_grant_pk" PRIMARY KEY("org_id","user_id","group_role_id")
);
--> statement-breakpoint
CREATE TABLE "group_role" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"team_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "group_role_org_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "org_domain" (
	"org_id" text NOT NULL,
	"domain" text NOT NULL,
	"role" text,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"held" text,
	"version" integer NOT NULL,
	CONSTRAINT "org_domain_pk" PRIMARY KEY("org_id","domain"),
	CONSTRAINT "org_domain_held_unique" UNIQUE("held")
);
--> statement-breakpoint
ALTER TABLE "account_deletion" ADD CONSTRAINT "account_deletion_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departed" ADD CONSTRAINT "departed_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departed" ADD CONSTRAINT "departed_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_grant" ADD CONSTRAINT "group_grant_member_fk" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."membership"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_grant" ADD CONSTRAINT "group_grant_role_fk" FOREIGN KEY ("org_id","group_role_id") REFERENCES "public"."group_role"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_role" ADD CONSTRAINT "group_role_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_role" ADD CONSTRAINT "group_role_team_fk" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."team"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_domain" ADD CONSTRAINT "org_domain_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_grant_role_index" ON "group_grant" USING btree ("org_id","group_role_id");