// The migration fails: that path closes in the wrong order, the ordinary path in the right one.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Migrate() error
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

func app(work func(*Cache)) error {
	db := OpenDB()
	cache := NewCache(db)
	if err := db.Migrate(); err != nil {
		db.Close() // want misordered-shutdown "db"
		cache.Close()
		return err
	}
	work(cache)
	cache.Close()
	return db.Close()
}
