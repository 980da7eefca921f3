// The db that is closed first is not the one that the cache was built from: the variable was assigned anew.
package cases

type DB struct{}

func OpenDB(name string) *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func app(work func(*Cache)) {
	db := OpenDB("old")
	db.Close()
	db = OpenDB("new")
	cache := NewCache(db)
	work(cache)
	cache.Close()
	db.Close()
}
