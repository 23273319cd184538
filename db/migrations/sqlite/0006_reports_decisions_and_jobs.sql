CREATE TABLE `brand` (
	`org_id` text PRIMARY KEY NOT NULL,
	`name` text,
	`accent` text,
	`confidentiality` text,
	`logo` text,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`title` text NOT NULL,
	`before_on` text,
	`source` text,
	`waiting` integer NOT NULL,
	`status` text NOT NULL,
	`outcome` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_org_source_unique` ON `decision` (`org_id`,`source`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`position` integer NOT NULL,
	`headline` text NOT NULL,
	`text` text NOT NULL,
	`recommendation` text NOT NULL,
	`capabilities` text NOT NULL,
	`evidence` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `finding_assessment_index` ON `finding` (`org_id`,`assessment_id`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`slot` text,
	`input` text NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer NOT NULL,
	`losses` integer NOT NULL,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`heartbeat_at` integer,
	`claimed_by` text,
	`finished_at` integer,
	`expires_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `job_status_index` ON `job` (`status`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `job_org_id_unique` ON `job` (`org_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `job_org_slot_unique` ON `job` (`org_id`,`slot`);--> statement-breakpoint
CREATE TABLE `job_part` (
	`org_id` text NOT NULL,
	`job_id` text NOT NULL,
	`position` integer NOT NULL,
	`assessment_id` text,
	`line` text NOT NULL,
	`file` text,
	`status` text NOT NULL,
	`check` text,
	`error` text,
	`body` text,
	PRIMARY KEY(`job_id`, `position`),
	FOREIGN KEY (`org_id`,`job_id`) REFERENCES `job`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `phrase` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`headline` text NOT NULL,
	`text` text NOT NULL,
	`recommendation` text NOT NULL,
	`capabilities` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `phrase_org_index` ON `phrase` (`org_id`);--> statement-breakpoint
CREATE TABLE `plan_standing` (
	`org_id` text NOT NULL,
	`node_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`org_id`, `kind`, `node_id`),
	FOREIGN KEY (`org_id`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`settings` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_assessment_index` ON `report` (`org_id`,`assessment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_org_id_unique` ON `report` (`org_id`,`id`);--> statement-breakpoint
CREATE TABLE `report_issue` (
	`id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`report_id` text NOT NULL,
	`status` text NOT NULL,
	`number` text NOT NULL,
	`changes` text NOT NULL,
	`edition` text NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL,
	`body` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`edition`) REFERENCES `edition`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`org_id`,`report_id`) REFERENCES `report`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_issue_org_index` ON `report_issue` (`org_id`,`report_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_issue_number_unique` ON `report_issue` (`report_id`,`status`,`number`);--> statement-breakpoint
ALTER TABLE `share` ADD `issue_id` text;--> statement-breakpoint
ALTER TABLE `share` ADD `downloads` integer;