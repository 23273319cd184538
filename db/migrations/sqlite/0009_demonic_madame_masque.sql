CREATE TABLE `account_deletion` (
	`user_id` text PRIMARY KEY NOT NULL,
	`after` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
