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
