CREATE TABLE `edition` (
	`hash` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `frozen` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`edition` text NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`edition`) REFERENCES `edition`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `assessment` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `assessment` ADD `deleted_by` text REFERENCES user(id);