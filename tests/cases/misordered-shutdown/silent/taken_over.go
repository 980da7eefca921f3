// The cache takes the db over: its Close closes the db, so the db's own deferred Close comes first and harms nobody.
package cases

type DB struct{ closed bool }

func OpenDB() *DB { return &DB{} }

func (d *DB) Close() error {
	d.closed = true
	return nil
}

type Cache struct{ db *DB }

func NewCache(d *DB) *Cache { return &Cache{db: d} }

func (c *Cache) Close() error { return c.db.Close() }

func app(work func(*Cache)) {
	db := OpenDB()
	cache := NewCache(db)
	defer cache.Close()
	defer db.Close()
	work(cache)
}
