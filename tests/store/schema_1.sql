BEGIN TRANSACTION;
CREATE TABLE dateline_meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "dateline_meta" VALUES('schema_version','1');
CREATE TABLE reports (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	source TEXT NOT NULL, 
	publisher TEXT, 
	published DATE, 
	language VARCHAR NOT NULL, 
	read_by VARCHAR, 
	record TEXT NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id)
);
INSERT INTO "reports" VALUES(1,'r_fb982f02f8aa9f56','camp.txt',NULL,NULL,'en','reader 1','{"record":"report","id":"r_fb982f02f8aa9f56","source":"camp.txt","url":null,"title":"Detainees slip out of camp","publisher":null,"author":null,"published":{"date":null,"basis":"unknown"},"language":"en","text":"Detainees slip out of camp\n\nAround 40 Daesh relatives escaped from a camp near Tall Tamr on 9 October 2019. Kurdish-led forces may withdraw from Manbij, a local council said.","sha256":"fb982f02f8aa9f567c0aa77870a71f7ce914e6cb3541401b1f4556121142f5d5","retrieved":"2024-05-01T00:00:00Z"}');
INSERT INTO "reports" VALUES(2,'r_e8bfaf99207ab01c','konvoi.txt',NULL,NULL,'de',NULL,'{"record":"report","id":"r_e8bfaf99207ab01c","source":"konvoi.txt","url":null,"title":"Ein Konvoi erreichte am Montag die Stadt.","publisher":null,"author":null,"published":{"date":null,"basis":"unknown"},"language":"de","text":"Ein Konvoi erreichte am Montag die Stadt.","sha256":"e8bfaf99207ab01c95c691c81a908cadedeb7b53bfd15c08fee45675cca2f717","retrieved":"2024-05-01T00:00:00Z"}');
CREATE TABLE claims (
	id VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	modality VARCHAR NOT NULL, 
	certainty VARCHAR NOT NULL, 
	score FLOAT NOT NULL, 
	sentence TEXT NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(report) REFERENCES reports (id) ON DELETE CASCADE
);
INSERT INTO "claims" VALUES('c_859761b75d1e8ce7','r_fb982f02f8aa9f56','escape',54,61,'2019-10-09','2019-10-09','actual','certain',0.75,'around 40 daesh relatives escaped from a camp near tall tamr on 9 october 2019.','{"record":"claim","id":"c_859761b75d1e8ce7","report":"r_fb982f02f8aa9f56","kind":"escape","trigger":{"text":"escaped","start":54,"end":61},"sentence":{"text":"Around 40 Daesh relatives escaped from a camp near Tall Tamr on 9 October 2019.","start":28,"end":107},"participants":[{"role":"actor","span":{"text":"Daesh relatives","start":38,"end":53},"entity":{"id":"wikidata:Q2429253","name":"Islamic State","kind":"armed_group"},"via":"text"}],"places":[{"role":"origin","relation":"near","span":{"text":"Tall Tamr","start":79,"end":88},"place":{"id":"geonames:173334","name":"Tall Tamr","country":"SY","admin1":"Al-Hasakah","admin2":null,"latitude":36.66,"longitude":40.37,"feature":"PPL","precision":"settlement","radius_km":2.0,"score":0.9}}],"time":{"span":{"text":"9 October 2019","start":92,"end":106},"earliest":"2019-10-09","latest":"2019-10-09","precision":"day","basis":"stated"},"counts":[{"what":"escaped","low":40,"high":40,"of":null,"cumulative":false,"span":{"text":"Around 40","start":28,"end":37}}],"attribution":[],"modality":"actual","certainty":"certain","cues":[],"score":0.75,"event":null}');
INSERT INTO "claims" VALUES('c_313322b23844e80d','r_fb982f02f8aa9f56','withdrawal',131,139,NULL,NULL,'future','possible',0.75,'kurdish-led forces may withdraw from manbij, a local council said.','{"record":"claim","id":"c_313322b23844e80d","report":"r_fb982f02f8aa9f56","kind":"withdrawal","trigger":{"text":"withdraw","start":131,"end":139},"sentence":{"text":"Kurdish-led forces may withdraw from Manbij, a local council said.","start":108,"end":174},"participants":[{"role":"actor","span":{"text":"Kurdish-led forces","start":108,"end":126},"entity":null,"via":"text"}],"places":[{"role":"origin","relation":"in","span":{"text":"Manbij","start":145,"end":151},"place":null}],"time":{"span":null,"earliest":null,"latest":null,"precision":"unknown","basis":"unknown"},"counts":[],"attribution":[],"modality":"future","certainty":"possible","cues":[{"text":"may","start":127,"end":130}],"score":0.75,"event":null}');
CREATE TABLE claim_actors (
	claim VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	entity VARCHAR NOT NULL, 
	PRIMARY KEY (claim, role, name, entity), 
	FOREIGN KEY(claim) REFERENCES claims (id) ON DELETE CASCADE
);
INSERT INTO "claim_actors" VALUES('c_859761b75d1e8ce7','actor',' daesh relatives ','wikidata:Q2429253');
INSERT INTO "claim_actors" VALUES('c_859761b75d1e8ce7','actor',' islamic state ','wikidata:Q2429253');
INSERT INTO "claim_actors" VALUES('c_313322b23844e80d','actor',' kurdish led forces ','');
CREATE TABLE claim_places (
	claim VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	place VARCHAR NOT NULL, 
	PRIMARY KEY (claim, role, name, place), 
	FOREIGN KEY(claim) REFERENCES claims (id) ON DELETE CASCADE
);
INSERT INTO "claim_places" VALUES('c_859761b75d1e8ce7','origin',' al hasakah ','geonames:173334');
INSERT INTO "claim_places" VALUES('c_859761b75d1e8ce7','origin',' tall tamr ','geonames:173334');
INSERT INTO "claim_places" VALUES('c_313322b23844e80d','origin',' manbij ','');
CREATE INDEX claims_in_order ON claims (report, start, "end", kind);
CREATE INDEX claims_by_kind ON claims (kind);
CREATE INDEX claims_by_day ON claims (first_day, last_day);
CREATE INDEX ix_claim_actors_entity ON claim_actors (entity);
CREATE INDEX ix_claim_places_place ON claim_places (place);
COMMIT;
