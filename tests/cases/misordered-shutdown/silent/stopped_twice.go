// The cache is closed before the db on the ordinary path; the deferred second Close is a safety net for panics.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func app(work func(*Cache)) error {
	db := OpenDB()
	defer db.Close()
	cache := NewCache(db)
	defer cache.Close()
	work(cache)
	if err := cache.Close(); err != nil {
		return err
	}
	return db.Close()
}
