// app runs to its end: the cache's Close writes its dirty entries to a db that is closed by then.
package cases

import "database/sql"

type cache struct {
	db    *sql.DB
	dirty []string
}

func newCache(db *sql.DB) *cache { return &cache{db: db} }

func (c *cache) Close() error {
	for _, entry := range c.dirty {
		if _, err := c.db.Exec("INSERT INTO entry VALUES ($1)", entry); err != nil {
			return err
		}
	}
	return nil
}

func app(dsn string) error {
	db, err := sql.Open("driver", dsn)
	if err != nil {
		return err
	}
	cache := newCache(db)
	cache.dirty = append(cache.dirty, "started")
	if err := db.Close(); err != nil { // want misordered-shutdown[error] "db"
		return err
	}
	return cache.Close()
}
