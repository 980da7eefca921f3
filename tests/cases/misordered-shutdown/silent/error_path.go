// Where the db is closed early the cache does not exist yet, or there is none to close.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Ping() error
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) (*Cache, error)
func (c *Cache) Close() error

func app(work func(*Cache)) error {
	db := OpenDB()
	if err := db.Ping(); err != nil {
		db.Close()
		return err
	}
	cache, err := NewCache(db)
	if err != nil {
		db.Close()
		return err
	}
	work(cache)
	cache.Close()
	return db.Close()
}
