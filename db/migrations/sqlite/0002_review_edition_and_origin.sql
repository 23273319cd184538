CREATE TABLE `origin` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`from_id` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`org_id`,`assessment_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`org_id`,`from_id`) REFERENCES `assessment`(`org_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `origin_from_index` ON `origin` (`org_id`,`from_id`);--> statement-breakpoint
ALTER TABLE `assessment` ADD `review` text;--> statement-breakpoint
ALTER TABLE `assessment` ADD `edition` text;