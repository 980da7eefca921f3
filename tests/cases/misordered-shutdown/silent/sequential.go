// The stops are called in reverse order of construction.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func app(work func(*Cache)) error {
	db := OpenDB()
	cache := NewCache(db)
	work(cache)
	if err := cache.Close(); err != nil {
		return err
	}
	return db.Close()
}
