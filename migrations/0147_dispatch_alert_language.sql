-- The language that alerts are written in: that of the page where the address was set.
ALTER TABLE dispatch_alert_mail ADD COLUMN language TEXT NOT NULL DEFAULT 'nb';
