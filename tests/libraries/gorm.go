package cases

import (
	"context"
	"net/http"

	"gorm.io/gorm"
)

type Job struct {
	gorm.Model
	Name string
}

func Find(ctx context.Context, db *gorm.DB) (jobs []Job, err error) {
	err = db.WithContext(context.Background()).Where("name = ?", "a").Find(&jobs).Error // want severed-context "ctx is at hand"
	return jobs, err
}

func FindWith(ctx context.Context, db *gorm.DB) (jobs []Job, err error) {
	err = db.WithContext(ctx).Where("name = ?", "a").Find(&jobs).Error
	return jobs, err
}

// Store answers while the job is still being written.
func Store(db *gorm.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func() { db.Create(&Job{Name: "a"}) }() // want untracked-goroutine "works on a database"
	}
}

func StoreFirst(db *gorm.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		db.WithContext(r.Context()).Create(&Job{Name: "a"})
	}
}

func Each(db *gorm.DB, visit func(string)) error {
	rows, err := db.Model(&Job{}).Rows() // want unclosed-rows "rows"
	if err != nil {
		return err
	}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		visit(name)
	}
	return rows.Err()
}

func EachClosed(db *gorm.DB, visit func(string)) error {
	rows, err := db.Model(&Job{}).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		visit(name)
	}
	return rows.Err()
}
