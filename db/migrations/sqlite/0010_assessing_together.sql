CREATE TABLE `evidence_request` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`capability` text NOT NULL,
	`asked_of` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`note` text,
	`ended_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`asked_of`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `evidence_request_assessment_index` ON `evidence_request` (`org_id`,`assessment_id`);--> statement-breakpoint
CREATE INDEX `evidence_request_person_index` ON `evidence_request` (`asked_of`,`ended_at`);--> statement-breakpoint
CREATE TABLE `gathering` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`way` text NOT NULL,
	`named` integer NOT NULL,
	`guests` integer NOT NULL,
	`due_on` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`opened_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `guest_link` (
	`respondent_id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`org_id`,`respondent_id`) REFERENCES `respondent`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_link_token_hash_unique` ON `guest_link` (`token_hash`);--> statement-breakpoint
CREATE TABLE `own_answer` (
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`respondent_id` text NOT NULL,
	`capability` text NOT NULL,
	`value` text,
	`note` text,
	`evidence` text NOT NULL,
	`flagged` integer NOT NULL,
	`vendors_seen_first` integer NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`respondent_id`, `capability`),
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`respondent_id`) REFERENCES `respondent`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `own_answer_assessment_index` ON `own_answer` (`org_id`,`assessment_id`);--> statement-breakpoint
CREATE TABLE `past_answer` (
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`capability` text NOT NULL,
	`version` integer NOT NULL,
	`value` text,
	`note` text,
	`evidence` text NOT NULL,
	`flagged` integer NOT NULL,
	`vendors_seen_first` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `capability`, `version`),
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `respondent` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`user_id` text,
	`recorded_by` text,
	`name` text,
	`email` text,
	`roles` text NOT NULL,
	`invited_by` text NOT NULL,
	`invited_at` integer NOT NULL,
	`reminded_at` integer,
	`begun_at` integer,
	`done_at` integer,
	`removed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `respondent_org_id_unique` ON `respondent` (`org_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `respondent_user_unique` ON `respondent` (`assessment_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `settlement` (
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`capability` text NOT NULL,
	`state` text NOT NULL,
	`settled_by` text NOT NULL,
	`settled_at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `capability`),
	FOREIGN KEY (`settled_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `task` (
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`respondent_id` text NOT NULL,
	`capability` text NOT NULL,
	PRIMARY KEY(`respondent_id`, `capability`),
	FOREIGN KEY (`org_id`,`respondent_id`) REFERENCES `respondent`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_assessment_index` ON `task` (`org_id`,`assessment_id`);