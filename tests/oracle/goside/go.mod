module goside

go 1.27
