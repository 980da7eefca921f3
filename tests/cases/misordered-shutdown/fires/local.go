// app runs to its end: db is closed while the cache that was built from it is still open.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func app() {
	db := OpenDB()
	cache := NewCache(db)
	db.Close() // want misordered-shutdown "db"
	cache.Close()
}
