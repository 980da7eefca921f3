// app returns: deferred calls run last in, first out, so db is closed before cache.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func app(work func()) {
	db := OpenDB()
	cache := NewCache(db)
	defer cache.Close()
	defer db.Close() // want misordered-shutdown "db"
	work()
}
