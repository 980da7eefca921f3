// The helper closes the db where it gives none: the cache is only built, and stopped, where it gives one.
package cases

import "errors"

type DB struct{}

func OpenDB() *DB
func (d *DB) Ping() error
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func dial() (*DB, error) {
	db := OpenDB()
	if db.Ping() != nil {
		db.Close()
		return nil, errors.New("no answer")
	}
	return db, nil
}

func app(work func(*Cache)) error {
	db, err := dial()
	if err != nil {
		return err
	}
	cache := NewCache(db)
	work(cache)
	cache.Close()
	return db.Close()
}
